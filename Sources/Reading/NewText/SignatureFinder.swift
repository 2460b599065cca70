/// Finds signatures at the end of own text: below the delimiter `-- ` (RFC 3676 §4.3), and the line that phones and
/// mail programs add by themselves.
struct SignatureFinder {
    /// A delimiter with more below it is taken for something else.
    private static let longest = 25
    private static let longestFooter = 8

    private let lines: [TextLine]

    init(_ lines: [TextLine]) {
        self.lines = lines
    }

    /// Sets `own` to false for lines of signatures, in every stretch of own lines.
    func strike(from own: inout [Bool]) {
        var start = 0
        while start < own.count {
            guard own[start] else {
                start += 1
                continue
            }
            var end = start
            while end < own.count, own[end] { end += 1 }
            strike(start..<end, from: &own)
            start = end
        }
    }

    private func strike(_ stretch: Range<Int>, from own: inout [Bool]) {
        var end = stretch.upperBound
        if let delimiter = delimiter(in: stretch) {
            for index in delimiter..<end { own[index] = false }
            end = delimiter
        }
        var looks = 3
        for index in (stretch.lowerBound..<end).reversed() where looks > 0 && !lines[index].isBlank {
            looks -= 1
            if MobileSignature.matches(lines[index]) { own[index] = false }
        }
    }

    private func delimiter(in stretch: Range<Int>) -> Int? {
        let first = max(stretch.lowerBound, stretch.upperBound - Self.longest)
        let dashed = (first..<stretch.upperBound).first { ["--", "—", "– –"].contains(lines[$0].trimmed) }
        return dashed ?? listFooter(in: stretch)
    }

    /// Mailing list managers put a long rule above a few lines that name the list and its page.
    private func listFooter(in stretch: Range<Int>) -> Int? {
        let first = max(stretch.lowerBound, stretch.upperBound - Self.longestFooter)
        let rule = (first..<stretch.upperBound).first { index in
            let line = lines[index].trimmed
            return line.utf8.count >= 30 && line.utf8.allSatisfy { $0 == UInt8(ascii: "_") }
        }
        guard let rule, lines[rule..<stretch.upperBound].contains(where: { $0.trimmed.contains("://") }) else {
            return nil
        }
        return rule
    }
}
