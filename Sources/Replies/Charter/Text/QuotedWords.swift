/// Words between quotation marks: the customer's own, or what to reply. What they are cues for is not said by us.
enum QuotedWords {
    private static let longest = 400

    static func ranges(in scalars: [Unicode.Scalar]) -> TextRanges {
        var ranges = TextRanges()
        var open: (at: Int, mark: Unicode.Scalar)?
        for (index, scalar) in scalars.enumerated() {
            if let (start, mark) = open {
                if closes(scalar, mark) {
                    ranges.append(start..<index + 1)
                    open = nil
                } else if index - start > longest {
                    open = nil
                }
            } else if opens(scalar) {
                open = (index, scalar)
            }
        }
        return ranges
    }

    private static func opens(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "“", "„", "«", "»": true
        default: false
        }
    }

    private static func closes(_ scalar: Unicode.Scalar, _ opener: Unicode.Scalar) -> Bool {
        switch opener {
        case "“": scalar == "”"
        case "„": scalar == "“" || scalar == "”" || scalar == "\""
        case "«": scalar == "»"
        case "»": scalar == "«"
        default: scalar == "\""
        }
    }
}
