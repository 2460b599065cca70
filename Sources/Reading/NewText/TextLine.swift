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
        var lines = parts(of: text).map(Self.init)
        for index in lines.indices where lines[index].isEscapedFrom {
            let neighbours = [index - 1, index + 1].filter(lines.indices.contains)
            if !neighbours.contains(where: { lines[$0].isQuoted }) {
                lines[index] = Self(text: lines[index].text.dropFirst(), isQuoted: false)
            }
        }
        return lines
    }

    /// By octets, which is many times faster than by characters.
    private static func parts(of text: String) -> [Substring] {
        let octets = text.utf8
        var parts: [Substring] = []
        var start = octets.startIndex
        var index = start
        while index < octets.endIndex {
            let octet = octets[index]
            let end = index
            index = octets.index(after: index)
            guard octet == 0x0A || octet == 0x0D else { continue }
            parts.append(text[start..<end])
            if octet == 0x0D, index < octets.endIndex, octets[index] == 0x0A { index = octets.index(after: index) }
            start = index
        }
        parts.append(text[start...])
        return parts
    }

    private init(_ text: Substring) {
        self.init(text: text, isQuoted: Self.trim(text).utf8.first == UInt8(ascii: ">"))
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
