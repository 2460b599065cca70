/// The sentences of a message, as ranges of its Unicode scalars.
enum Sentences {
    /// Where customers say what they want: nobody asks for the first time after this many scalars.
    static let reach = 6_000

    static func ranges(in scalars: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = scalars.startIndex
        var lineStart = scalars.startIndex
        for index in scalars.indices {
            let ends: Bool
            switch scalars[index] {
            case "\n":
                // Mail programs wrap long lines; a short one ends where its writer ended it.
                ends = index - lineStart < 50
                lineStart = index + 1
            case ".", "!", "?", "…", "。", "？", "！":
                ends = isEnd(at: index, in: scalars)
            default:
                ends = false
            }
            guard ends else { continue }
            append(start..<index + 1, of: scalars, to: &ranges)
            start = index + 1
        }
        append(start..<scalars.endIndex, of: scalars, to: &ranges)
        return ranges
    }

    /// "no. 5", "3.50" and "e.g. this" go on; "came. It" ends.
    private static func isEnd(at index: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard index + 1 < scalars.endIndex else { return true }
        switch scalars[index + 1] {
        case ".", "!", "?", ")", "\"", "”": return false
        default: break
        }
        guard scalars[index + 1].isWhiteSpace else { return !scalars[index + 1].isASCII }
        guard scalars[index] == "." else { return true }
        guard let next = scalars[(index + 1)...].first(where: { !$0.isWhiteSpace }) else { return true }
        return !next.isSmall && !next.isDigit
    }

    private static func append(
        _ range: Range<Int>,
        of scalars: ArraySlice<Unicode.Scalar>,
        to ranges: inout [Range<Int>]
    ) {
        guard scalars[range].contains(where: \.isLetter) else { return }
        ranges.append(range)
    }
}
