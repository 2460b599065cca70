import Model

extension ClauseMap {
    /// Whether a keyword is a part of a name: "the Urgent Care Kit". German writes too many words so to tell.
    func isName(_ found: Evidence) -> Bool {
        guard language != "de", !clauses.isEmpty, found.weight > 0 else { return false }
        let start = mark(at: found.start)
        guard clauses[clause(at: found.start)].start.scalar < found.start, isCapitalised(at: start.byte) else {
            return false
        }
        let end = mark(at: found.end).byte
        return end < bytes.count && bytes[end] == 0x20 && isCapitalised(at: end + 1)
    }

    /// One capital, then a small letter.
    private func isCapitalised(at index: Int) -> Bool {
        index + 1 < bytes.count && (0x41...0x5A).contains(bytes[index]) && (0x61...0x7A).contains(bytes[index + 1])
    }

    /// Whether the words are written in five capitals or more, and in no small letters.
    func isShouted(_ range: Range<Int>) -> Bool {
        var capitals = 0
        for byte in bytes[mark(at: range.lowerBound).byte..<mark(at: range.upperBound).byte] {
            if (0x61...0x7A).contains(byte) { return false }
            if (0x41...0x5A).contains(byte) { capitals += 1 }
        }
        return capitals >= 5
    }
}
