/// A line of a message with what every later look at it needs.
struct TextLine {
    /// Without its line end.
    let text: Substring
    /// Without white space at both ends.
    let trimmed: Substring
    let isQuoted: Bool

    var isBlank: Bool { trimmed.isEmpty }

    /// Splits at CR LF, LF and CR alike.
    static func lines(of text: String) -> [Self] {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        var lines = parts.map(Self.init)
        for index in lines.indices where lines[index].isEscapedFrom {
            let neighbours = [index - 1, index + 1].filter(lines.indices.contains)
            if !neighbours.contains(where: { lines[$0].isQuoted }) {
                lines[index] = Self(text: lines[index].text.dropFirst(), isQuoted: false)
            }
        }
        return lines
    }

    private init(_ text: Substring) {
        self.init(text: text, isQuoted: Self.trim(text).hasPrefix(">"))
    }

    private init(text: Substring, isQuoted: Bool) {
        self.text = text
        trimmed = Self.trim(text)
        self.isQuoted = isQuoted
    }

    /// Mailboxes of the mbox kind put a `>` before a line of text that begins with "From ".
    private var isEscapedFrom: Bool { text.hasPrefix(">From ") }

    static func trim(_ text: Substring) -> Substring {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return Substring(scalars[first...last])
    }

    /// White space, and marks that show nothing but stand at the ends of lines in mail made from HTML.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
