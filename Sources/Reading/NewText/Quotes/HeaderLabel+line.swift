extension HeaderLabel {
    /// Labels that stand on one line behind the first, with the octets of their values: some programs write the whole
    /// header of a quoted message so, or lose its line ends. Fewer than two are chance.
    static func following(
        _ value: Int,
        on index: Int,
        in lines: MessageLines
    ) -> [(label: HeaderLabel, value: Range<Int>)] {
        let end = Int(lines[index].textEnd)
        guard lines[index].count <= longestLine else { return [] }
        var found: [(label: HeaderLabel, value: Range<Int>)] = []
        var start = value
        while start < end, let colon = colon(lines.octets[start..<end]) {
            if let label = label(endingAt: colon.start, notBefore: start, in: lines) {
                if let last = found.indices.last {
                    found[last].value = found[last].value.lowerBound..<max(found[last].value.lowerBound, colon.start)
                }
                found.append((label, colon.end..<end))
            }
            start = colon.end
        }
        return Set(found.map(\.label)).count >= 2 ? found : []
    }

    /// The label that the last words before a colon make, of three words at most.
    private static func label(endingAt colon: Int, notBefore start: Int, in lines: MessageLines) -> HeaderLabel? {
        var scanner = WordScanner()
        scanner.scan(lines.octets, max(start, colon - longestLabel)..<colon)
        let words = scanner.words.suffix(3)
        return words.indices.lazy.compactMap { kinds[Word.key(words[$0...].lazy.map(\.key))] }.first
    }

    private static let longestLine = 1000
    private static let longestLabel = 48
}
