/// Walks through `token; name=value; …` with comments, quoted strings and the sloppiness of real mail: missing
/// semicolons, values with spaces or quotes that are not quoted, quotes that nothing closes, backslashes of file paths.
struct ParameterScanner {
    private let raw: Octets
    private var position: Int
    /// True once a quote was found that nothing closes; later ones are then not looked for again.
    private var hasOpenQuote = false

    init(_ raw: Octets) {
        self.raw = raw
        position = raw.startIndex
    }

    mutating func token() -> String {
        skipSpace()
        let start = position
        while position < raw.endIndex, !isEnd(raw[position]), raw[position] != UInt8.ascii(",") { position += 1 }
        return String(token: raw[start..<position].filter(Self.isToken))
    }

    /// The next parameter, its name in lower case, its value without quotes; nil at the end.
    mutating func parameter() -> (name: Octets, value: Octets)? {
        while position < raw.endIndex {
            skipSpace()
            while position < raw.endIndex, raw[position] == UInt8.ascii(";") || raw[position] == UInt8.ascii(",") {
                position += 1
                skipSpace()
            }
            let start = position
            while position < raw.endIndex, !isEnd(raw[position]), raw[position] != UInt8.ascii("=") { position += 1 }
            let name = name(raw[start..<position])
            skipSpace()
            guard position < raw.endIndex else { return nil }
            guard raw[position] == UInt8.ascii("="), !name.isEmpty else {
                if position == start || raw[position] == UInt8.ascii("=") { position += 1 }
                continue
            }
            position += 1
            skipSpace()
            return (name, value())
        }
        return nil
    }

    private mutating func value() -> Octets {
        guard position < raw.endIndex, raw[position] == UInt8.ascii("\"") else { return bareValue() }
        let start = position
        if !hasOpenQuote, let value = quotedValue() { return value }
        hasOpenQuote = true
        position = start + 1
        return bareValue()
    }

    /// Nil where no quote ends it. A slice of the header where nothing has to be taken out.
    private mutating func quotedValue() -> Octets? {
        let start = position + 1
        var index = start
        var isPlain = true
        while index < raw.endIndex {
            let octet = raw[index]
            if octet == UInt8.ascii("\""), endsAfterQuote(index) {
                position = index + 1
                return isPlain ? raw[start..<index] : unquoted(raw[start..<index])
            }
            let isEscape = octet == UInt8.ascii("\\") && index + 1 < raw.endIndex && isQuotable(raw[index + 1])
            if isEscape || octet == ASCII.carriageReturn || octet == ASCII.lineFeed { isPlain = false }
            index += isEscape ? 2 : 1
        }
        return nil
    }

    /// Without the backslashes of escapes and without line ends.
    private func unquoted(_ quoted: Octets) -> Octets {
        var octets: Octets = []
        var index = quoted.startIndex
        while index < quoted.endIndex {
            if quoted[index] == UInt8.ascii("\\"), index + 1 < quoted.endIndex, isQuotable(quoted[index + 1]) {
                index += 1
            }
            let octet = quoted[index]
            if octet != ASCII.carriageReturn, octet != ASCII.lineFeed { octets.append(octet) }
            index += 1
        }
        return octets
    }

    /// A quote within `"the "best" file.pdf"` does not end the value.
    private func endsAfterQuote(_ quote: Int) -> Bool {
        let index = endOfSpace(from: quote + 1)
        guard index < raw.endIndex else { return true }
        return ";,(".utf8.contains(raw[index]) || isParameter(at: index)
    }

    /// Up to the semicolon, spaces included, unless what follows a space is the next parameter.
    private mutating func bareValue() -> Octets {
        let start = position
        while position < raw.endIndex, raw[position] != UInt8.ascii(";") {
            let next = endOfSpace(from: position)
            if next > position, isParameter(at: next) { break }
            position = max(next, position + 1)
        }
        return raw[start..<position].trimmed()
    }

    private func endOfSpace(from start: Int) -> Int {
        var index = start
        while index < raw.endIndex, raw[index].isWhiteSpace { index += 1 }
        return index
    }

    private func isParameter(at start: Int) -> Bool {
        var index = start
        let marks = "-*".utf8
        while index < raw.endIndex, index - start < 32,
            raw[index].isLetter || raw[index].isDigit || marks.contains(raw[index])
        {
            index += 1
        }
        return index > start && raw[start].isLetter && index < raw.endIndex && raw[index] == UInt8.ascii("=")
    }

    /// White space and comments, which may nest.
    private mutating func skipSpace() {
        var depth = 0
        while position < raw.endIndex {
            let octet = raw[position]
            if octet == UInt8.ascii("(") { depth += 1 } else if depth == 0, !octet.isWhiteSpace { return }
            if octet == UInt8.ascii(")") { depth -= 1 }
            position += 1
        }
    }

    private func isEnd(_ octet: UInt8) -> Bool {
        octet.isWhiteSpace || octet == UInt8.ascii(";") || octet == UInt8.ascii("(")
    }

    private func isQuotable(_ octet: UInt8) -> Bool {
        octet == UInt8.ascii("\"") || octet == UInt8.ascii("\\")
    }

    /// A slice of the header where it is in lower case already.
    private func name(_ octets: Octets) -> Octets {
        if octets.allSatisfy({ Self.isToken($0) && $0 == $0.lowercased }) { return octets }
        return octets.lazy.filter(Self.isToken).map(\.lowercased)[...]
    }

    private static func isToken(_ octet: UInt8) -> Bool {
        octet > 0x20 && octet < 0x7F && octet != UInt8.ascii("\"")
    }
}
