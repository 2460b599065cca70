/// What its octets tell of a text of Markdown, looked at once.
struct PlainText {
    /// As `PlainMarkdown` says.
    private(set) var readsAsWritten = true
    /// Whether there may be marks in it that something is filled into.
    private(set) var mayHoldMarks = false
    /// Whether it may reach over an empty line: lists, code, definitions of links and HTML.
    private(set) var mayReachOver = false
    /// Whether some octet is not ASCII.
    private(set) var isWide = false

    init(_ markdown: String) {
        var markdown = markdown
        markdown.withUTF8 { look(at: $0) }
        readsAsWritten = readsAsWritten && Paragraphs.isTidy(markdown)
    }

    private mutating func look(at bytes: UnsafeBufferPointer<UInt8>) {
        var previous = UInt8(ascii: "\n")
        var isLineStart = true
        for byte in bytes {
            let kind = Self.kinds[Int(byte)]
            if previous == UInt8(ascii: "\n"), kind & Self.opensBlock != 0 { readsAsWritten = false }
            if isLineStart, kind & Self.reachesOver != 0 { mayReachOver = true }
            if kind & Self.isSpecial != 0 { take(byte, kind) }
            if previous == UInt8(ascii: "]") { takeBehindBracket(byte) }
            isLineStart = byte == UInt8(ascii: "\n") || isLineStart && byte == UInt8(ascii: " ")
            previous = byte
        }
    }

    private mutating func take(_ byte: UInt8, _ kind: UInt8) {
        if kind & Self.isMarkup != 0 { readsAsWritten = false }
        if kind & Self.isMark != 0 { mayHoldMarks = true }
        if byte >= 0x80 { isWide = true }
        if byte == UInt8(ascii: "<") { mayReachOver = true }
    }

    /// Brackets make links only of what follows them, or by a definition somewhere, which has a colon.
    private mutating func takeBehindBracket(_ byte: UInt8) {
        if byte == UInt8(ascii: "(") { readsAsWritten = false }
        if byte == UInt8(ascii: ":") { (readsAsWritten, mayReachOver) = (false, true) }
    }

    /// At the beginning of a line: lists, quotes, headings, rules, fences and code; at that of a text, a byte order mark.
    private static let opensBlock: UInt8 = 1
    /// The same, where spaces stand before it.
    private static let reachesOver: UInt8 = 2
    /// Anywhere: escapes, code, emphasis, HTML, entities, and control characters.
    private static let isMarkup: UInt8 = 4
    /// It may begin a slot or a placeholder.
    private static let isMark: UInt8 = 8
    private static let isWideOctet: UInt8 = 16
    private static let isSpecial = isMarkup | isMark | isWideOctet

    /// By octet.
    private static let kinds: [UInt8] = {
        var kinds = [UInt8](repeating: 0, count: 256)
        for byte in " -+#=~0123456789".utf8 { kinds[Int(byte)] |= opensBlock }
        kinds[0xEF] |= opensBlock
        for byte in "-+*>#=~`\t0123456789".utf8 { kinds[Int(byte)] |= reachesOver }
        for byte in "\\`*_<>&\u{7F}".utf8 { kinds[Int(byte)] |= isMarkup }
        for byte in 0..<0x20 where byte != UInt8(ascii: "\n") { kinds[byte] |= isMarkup }
        for byte in "{[".utf8 { kinds[Int(byte)] |= isMark }
        for byte in 0x80...0xFF { kinds[byte] |= isWideOctet }
        return kinds
    }()
}
