/// The text of a notice in lines, told apart into what the server says and the message that it gives back.
struct NoticeText {
    let octets: [UInt8]
    /// The same octets in lower case.
    let folded: [UInt8]
    /// What the server says: every line, without white space around it.
    let prose: [Range<Int>]
    /// The header of the message that came back within the text; nil where none did.
    let returned: [UInt8]?
    /// Whether a heading says that a returned message follows.
    let hasHeading: Bool

    /// Notices say what they have to say first; more is not looked at.
    private static let longest = 100_000
    private static let longestHeader = 40_000

    init(_ text: String) {
        let octets = Array(text.utf8.prefix(Self.longest))
        let folded = FoldedText.octets(text, longest: Self.longest)
        let lines = Self.lines(of: octets)
        let heading = BounceWords.returned.first(in: folded[...])?.range.lowerBound
        let headed = Self.line(holding: heading, in: lines)
        let found = ReturnedHeader.find(folded, lines, below: headed)
        let proseEnd = min(found?.first ?? lines.count, headed ?? lines.count)
        prose = lines[..<proseEnd].map { $0.trimmed(in: octets) }
        hasHeading = heading != nil
        returned = found.map { Self.unindented(octets, lines[$0]) }
        self.octets = octets
        self.folded = folded
    }

    /// The octets of what the server says.
    var spoken: ArraySlice<UInt8> { folded[..<(prose.last?.upperBound ?? 0)] }

    func string(_ range: Range<Int>) -> String {
        String(decoding: octets[range], as: UTF8.self)
    }

    private static func line(holding offset: Int?, in lines: [Range<Int>]) -> Int? {
        guard let offset else { return nil }
        return lines.firstIndex { $0.upperBound >= offset }
    }

    private static func lines(of octets: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (index, octet) in octets.enumerated() where octet == 0x0A {
            lines.append(start..<index)
            start = index + 1
        }
        lines.append(start..<octets.count)
        return lines
    }

    /// Some servers move the returned header to the right.
    private static func unindented(_ octets: [UInt8], _ lines: ArraySlice<Range<Int>>) -> [UInt8] {
        guard let first = lines.first else { return [] }
        let indent = first.trimmed(in: octets).lowerBound - first.lowerBound
        var header: [UInt8] = []
        for line in lines {
            let blanks = octets[line].prefix(indent).prefix { $0 == 0x20 || $0 == 0x09 }.count
            header += octets[(line.lowerBound + blanks)..<line.upperBound]
            header.append(0x0A)
            if header.count > longestHeader { break }
        }
        return header
    }
}

extension Range<Int> {
    /// Without ASCII white space at both ends.
    func trimmed(in octets: [UInt8]) -> Self {
        var (low, high) = (lowerBound, upperBound)
        while low < high, octets[low] <= 0x20 { low += 1 }
        while high > low, octets[high - 1] <= 0x20 { high -= 1 }
        return low..<high
    }
}
