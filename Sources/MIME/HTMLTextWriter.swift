/// Lays out the visible text of an HTML document: collapses white space, keeps track of lines, quotes and bullets.
struct HTMLTextWriter {
    var quoteDepth = 0
    var preformattedDepth = 0
    private var output: [UInt8] = []
    private var pendingLines = 0
    private var pendingSpace = false
    private var pendingBullet: HTMLBullet?
    private var isLineEmpty = true
    private var rowHasCell = false
    private var lastQuotes = 0

    private static let mostQuotes = 12

    /// - Parameter size: of the document; its text is seldom longer.
    init(size: Int) {
        output.reserveCapacity(size)
    }

    /// Where the text written next will begin.
    var position: Int {
        output.count
    }

    /// Ends the line that was written last; nothing is taken away from before the position any more.
    mutating func endOfLine() -> Int {
        dropBlanks()
        return output.count
    }

    private mutating func dropBlanks() {
        while let last = output.last, last.isBlank { output.removeLast() }
    }

    mutating func write(_ html: OctetSpan, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let end = HTMLTextRun.end(html, index..<range.upperBound)
            if end > index {
                begin()
                html.withOctets(index..<end) { output.append(contentsOf: $0) }
                index = end
            } else if html[index] == UInt8.ascii("&"),
                let (scalar, next) = HTMLEntity.reference(html, (index + 1)..<range.upperBound)
            {
                write(scalar)
                index = next
            } else {
                index = special(html, index..<range.upperBound)
            }
        }
    }

    /// Writes what is no part of a run.
    /// - Returns: where the text goes on.
    private mutating func special(_ html: OctetSpan, _ range: Range<Int>) -> Int {
        let (scalar, length) = HTMLTextRun.scalar(html, range)
        if let scalar { write(scalar) } else { html.withOctets(range.prefix(length)) { keep($0) } }
        return range.lowerBound + length
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case " ", "\t", "\n", "\r", "\u{0C}": whiteSpace(scalar)
        case "\u{A0}": noBreakSpace()
        // Characters without width that newsletters pad their previews with, and soft hyphens.
        case "\u{AD}", "\u{34F}", "\u{200B}", "\u{FEFF}", "\u{00}"..."\u{1F}", "\u{7F}": break
        default: keep(scalar.utf8)
        }
    }

    private mutating func whiteSpace(_ scalar: Unicode.Scalar) {
        guard preformattedDepth > 0 else {
            pendingSpace = true
            return
        }
        if scalar == "\n" { lineBreak() } else if scalar != "\r" { keep(CollectionOfOne(UInt8.ascii(scalar))) }
    }

    private mutating func keep(_ octets: some Collection<UInt8>) {
        begin()
        output.append(contentsOf: octets)
    }

    /// On an otherwise empty line it is how mail programs write a blank line.
    private mutating func noBreakSpace() {
        if isLineEmpty, pendingLines > 0 { pendingLines = max(pendingLines, 2) }
        pendingSpace = true
    }

    /// Asks for the text that follows to stand on a new line (1) or after a blank line (2).
    mutating func breakLine(_ lines: Int) {
        guard lines > 0 else { return }
        pendingSpace = false
        rowHasCell = false
        pendingLines = max(pendingLines, lines)
        isLineEmpty = true
    }

    mutating func lineBreak() {
        pendingSpace = false
        pendingLines = min(pendingLines + 1, 3)
        isLineEmpty = true
    }

    mutating func rule() {
        breakLine(1)
        begin()
        append(UInt8.ascii("_"), count: 32)
        breakLine(1)
    }

    /// Adds a link's address to its text, which was written last, unless the text shows it. It stands before whatever
    /// line breaks wait to follow.
    mutating func annotate(_ link: HTMLLink, of html: OctetSpan) {
        HTMLEntity.withResolved(html, link.address) { url, address in
            guard HTMLLink.isWebAddress(url, address), link.textStart <= output.count else { return }
            let shown = output.span.trimmed(link.textStart..<output.count)
            guard !shown.isEmpty, !HTMLLink.shows(output.span, shown, url, address) else { return }
            output.append(ASCII.space)
            output.append(UInt8.ascii("("))
            url.withOctets(address) { output.append(contentsOf: $0) }
            output.append(UInt8.ascii(")"))
        }
    }

    /// The text that follows is an item of a list.
    mutating func mark(_ bullet: HTMLBullet) {
        pendingBullet = bullet
    }

    /// Cells of a row stand side by side.
    mutating func separateCell() {
        if rowHasCell, !isLineEmpty { output.append(ASCII.space) }
        pendingSpace = !isLineEmpty
        rowHasCell = true
    }

    private mutating func begin() {
        if pendingLines > 0 || output.isEmpty { beginLine() }
        if pendingSpace, !isLineEmpty { output.append(ASCII.space) }
        if let bullet = pendingBullet {
            bullet.append(to: &output)
            pendingBullet = nil
        }
        pendingSpace = false
        isLineEmpty = false
    }

    private mutating func beginLine() {
        let lines = output.isEmpty ? 0 : pendingLines
        pendingLines = 0
        let quotes = min(quoteDepth, Self.mostQuotes)
        for number in 0..<lines {
            dropBlanks()
            output.append(ASCII.lineFeed)
            if number + 1 < lines { append(UInt8.ascii(">"), count: min(quotes, lastQuotes)) }
        }
        lastQuotes = quotes
        append(UInt8.ascii(">"), count: quotes)
        if quotes > 0 { output.append(ASCII.space) }
        isLineEmpty = true
    }

    private mutating func append(_ octet: UInt8, count: Int) {
        for _ in 0..<count { output.append(octet) }
    }

    /// The text, without blank lines at its ends; ends with a newline unless it is empty.
    mutating func finish() -> String {
        while let last = output.last, last.isWhiteSpace { output.removeLast() }
        if !output.isEmpty { output.append(ASCII.lineFeed) }
        return String(decoding: output, as: UTF8.self)
    }
}
