extension Substring {
    /// Where the same octets stand first: for words that are compared as they are written.
    func firstOctets(of words: String) -> Range<Index>? {
        let wanted = words.utf8
        guard let first = wanted.first else { return nil }
        var rest = utf8
        while let start = rest.firstIndex(of: first) {
            rest = utf8[start...]
            if rest.starts(with: wanted) { return start..<utf8.index(start, offsetBy: wanted.count) }
            rest = rest.dropFirst()
        }
        return nil
    }
}
