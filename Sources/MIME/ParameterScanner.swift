/// Walks through `token; name=value; …` with comments, quoted strings and the sloppiness of real mail: missing
/// semicolons, values with spaces that are not quoted, backslashes of file paths.
struct ParameterScanner {
    private let raw: Octets
    private var position: Int

    init(_ raw: Octets) {
        self.raw = raw
        position = raw.startIndex
    }

    mutating func token() -> String {
        skipSpace()
        let start = position
        while position < raw.endIndex, !isEnd(raw[position]) { position += 1 }
        return clean(raw[start..<position])
    }

    /// The next parameter, its name in lower case, its value without quotes; nil at the end.
    mutating func parameter() -> (name: String, value: Octets)? {
        while position < raw.endIndex {
            skipSpace()
            while position < raw.endIndex, raw[position] == UInt8.ascii(";") || raw[position] == UInt8.ascii(",") {
                position += 1
                skipSpace()
            }
            let start = position
            while position < raw.endIndex, !isEnd(raw[position]), raw[position] != UInt8.ascii("=") { position += 1 }
            let name = clean(raw[start..<position])
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
        var octets: Octets = []
        position += 1
        while position < raw.endIndex, raw[position] != UInt8.ascii("\"") {
            if raw[position] == UInt8.ascii("\\"), position + 1 < raw.endIndex, isQuotable(raw[position + 1]) {
                position += 1
            }
            let octet = raw[position]
            if octet != ASCII.carriageReturn, octet != ASCII.lineFeed { octets.append(octet) }
            position += 1
        }
        if position < raw.endIndex { position += 1 }
        return octets
    }

    /// Up to the semicolon, spaces included, unless what follows a space is the next parameter.
    private mutating func bareValue() -> Octets {
        let start = position
        while position < raw.endIndex, raw[position] != UInt8.ascii(";") {
            if raw[position].isWhiteSpace, nextIsParameter() { break }
            position += 1
        }
        return raw[start..<position].trimmed()
    }

    private func nextIsParameter() -> Bool {
        var index = position
        while index < raw.endIndex, raw[index].isWhiteSpace { index += 1 }
        let start = index
        while index < raw.endIndex, index - start < 32, raw[index].isLetter || raw[index] == UInt8.ascii("-") {
            index += 1
        }
        return index > start && index < raw.endIndex && raw[index] == UInt8.ascii("=")
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

    private func clean(_ octets: Octets) -> String {
        String(token: octets.filter { $0 > 0x20 && $0 < 0x7F && $0 != UInt8.ascii("\"") })
    }
}
