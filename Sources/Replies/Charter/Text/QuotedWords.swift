/// Words between quotation marks: the customer's own, or what to reply. What they are cues for is not said by us.
enum QuotedWords {
    private static let longest = 400

    static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var open: (at: Int, closers: [Unicode.Scalar])?
        for (index, scalar) in scalars.enumerated() {
            if let (start, closers) = open {
                if closers.contains(scalar) {
                    ranges.append(start..<index + 1)
                    open = nil
                } else if index - start > longest {
                    open = nil
                }
            } else if let closers = closers(of: scalar) {
                open = (index, closers)
            }
        }
        return ranges
    }

    private static func closers(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        switch scalar {
        case "“": ["”"]
        case "„": ["“", "”", "\""]
        case "«": ["»"]
        case "»": ["«"]
        case "\"": ["\""]
        default: nil
        }
    }
}
