/// Where `[[name]]` stands in a text.
enum SlotSpans {
    static func ranges(in scalars: [Unicode.Scalar]) -> TextRanges {
        var ranges = TextRanges()
        var open: Int?
        var index = 0
        while index + 1 < scalars.count {
            switch scalars[index] {
            case "[" where scalars[index + 1] == "[":
                open = index
                index += 1
            case "]" where scalars[index + 1] == "]":
                guard let start = open else { break }
                ranges.append(start..<index + 2)
                open = nil
                index += 1
            case "\n": open = nil
            default: break
            }
            index += 1
        }
        return ranges
    }
}
