/// Markdown that is only words, as most of a reply is: it need not be parsed to be read.
enum PlainMarkdown {
    /// Whether a text means in Markdown, as replies use it, exactly the characters that it holds; false also for what only
    /// a parser can tell.
    static func readsAsWritten(_ markdown: String) -> Bool {
        var previous = UInt8(ascii: "\n")
        for byte in markdown.utf8 {
            if previous == UInt8(ascii: "\n"), mayOpenBlock(byte) { return false }
            if isMarkup(byte) || previous == UInt8(ascii: "]") && mayMakeLink(byte) { return false }
            previous = byte
        }
        return Paragraphs.isTidy(markdown)
    }

    /// At the beginning of a line: lists, quotes, headings, rules, fences and code; at that of a text, a byte order mark.
    private static func mayOpenBlock(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "="),
            UInt8(ascii: "~"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0xEF:
            true
        default: false
        }
    }

    /// Anywhere: escapes, code, emphasis, HTML, entities, and control characters.
    private static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F:
            true
        case UInt8(ascii: "\n"): false
        default: byte < 0x20
        }
    }

    /// Brackets make links only of what follows them, or by a definition somewhere, which has a colon.
    private static func mayMakeLink(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "(") || byte == UInt8(ascii: ":")
    }
}
