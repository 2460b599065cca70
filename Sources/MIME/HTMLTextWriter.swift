/// Lays out the visible text of an HTML document: collapses white space, keeps track of lines, quotes and bullets.
struct HTMLTextWriter {
    var quoteDepth = 0
    var preformattedDepth = 0
    private var output: [UInt8] = []
    private var pendingLines = 0
    private var pendingSpace = false
    private var pendingMark: [UInt8] = []
    private var isLineEmpty = true
    private var rowHasCell = false
    private var lastQuotes = 0

    private static let mostQuotes = 12

    /// Where the text written next will begin, for `text(from:)`.
    var position: Int {
        output.count
    }

    /// Ends the line that was written last; nothing is taken away from before the position any more.
    mutating func endOfLine() -> Int {
        while let last = output.last, last.isBlank { output.removeLast() }
        return output.count
    }

    func text(from start: Int) -> Octets {
        start <= output.count ? output[start...].trimmed() : []
    }

    mutating func write(_ raw: Octets) {
        let text = raw.contains(UInt8.ascii("&")) ? HTMLEntity.resolved(raw) : raw
        var index = text.startIndex
        while index < text.endIndex {
            let octet = text[index]
            if octet.isWhiteSpace || octet == 0x0C {
                whiteSpace(octet)
            } else if let skipped = invisible(text, at: index) {
                index += skipped
                continue
            } else if octet == 0xC2, index + 1 < text.endIndex, text[index + 1] == 0xA0 {
                noBreakSpace()
                index += 1
            } else if octet >= 0x20, octet != 0x7F {
                begin()
                output.append(octet)
            }
            index += 1
        }
    }

    private mutating func whiteSpace(_ octet: UInt8) {
        guard preformattedDepth > 0 else {
            pendingSpace = true
            return
        }
        if octet == ASCII.lineFeed { lineBreak() } else if octet != ASCII.carriageReturn { keep(octet) }
    }

    private mutating func keep(_ octet: UInt8) {
        begin()
        output.append(octet)
    }

    /// On an otherwise empty line it is how mail programs write a blank line.
    private mutating func noBreakSpace() {
        if isLineEmpty, pendingLines > 0 { pendingLines = max(pendingLines, 2) }
        pendingSpace = true
    }

    /// Zero-width characters that newsletters pad their previews with, and soft hyphens.
    private func invisible(_ text: Octets, at index: Int) -> Int? {
        switch text[index] {
        case 0xC2: text[index...].starts(with: [0xC2, 0xAD]) ? 2 : nil
        case 0xCD: text[index...].starts(with: [0xCD, 0x8F]) ? 2 : nil
        case 0xE2: text[index...].starts(with: [0xE2, 0x80, 0x8B]) ? 3 : nil
        case 0xEF: text[index...].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : nil
        default: nil
        }
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
        output += repeatElement(UInt8.ascii("_"), count: 32)
        breakLine(1)
    }

    /// Adds to what was written last, whatever line breaks wait to follow it.
    mutating func annotate(_ url: Octets) {
        output += [ASCII.space, UInt8.ascii("(")] + url + [UInt8.ascii(")")]
    }

    mutating func mark(_ text: String) {
        pendingMark = Array(text.utf8)
    }

    /// Cells of a row stand side by side.
    mutating func separateCell() {
        if rowHasCell, !isLineEmpty { output += [ASCII.space] }
        pendingSpace = !isLineEmpty
        rowHasCell = true
    }

    private mutating func begin() {
        if pendingLines > 0 || output.isEmpty { beginLine() }
        if pendingSpace, !isLineEmpty { output.append(ASCII.space) }
        if !pendingMark.isEmpty {
            output += pendingMark
            pendingMark = []
        }
        pendingSpace = false
        isLineEmpty = false
    }

    private mutating func beginLine() {
        let lines = output.isEmpty ? 0 : pendingLines
        pendingLines = 0
        let quotes = min(quoteDepth, Self.mostQuotes)
        for number in 0..<lines {
            while let last = output.last, last.isBlank { output.removeLast() }
            output.append(ASCII.lineFeed)
            if number + 1 < lines { output += repeatElement(UInt8.ascii(">"), count: min(quotes, lastQuotes)) }
        }
        lastQuotes = quotes
        output += repeatElement(UInt8.ascii(">"), count: quotes)
        if quotes > 0 { output.append(ASCII.space) }
        isLineEmpty = true
    }

    /// The text, without blank lines at its ends; ends with a newline unless it is empty.
    mutating func finish() -> String {
        while let last = output.last, last.isWhiteSpace { output.removeLast() }
        if !output.isEmpty { output.append(ASCII.lineFeed) }
        return String(decoding: output, as: UTF8.self)
    }
}
