/// The identifiers in `Message-ID`, `In-Reply-To` and `References` (RFC 5322 §3.6.4).
enum MessageIdentifiers {
    /// In order, without angle brackets; where no brackets stand, the words that hold an `@`.
    static func parse(_ raw: Octets) -> [String] {
        var found: [String] = []
        var open: Int?
        for index in raw.indices {
            if raw[index] == UInt8.ascii("<") {
                open = index + 1
            } else if raw[index] == UInt8.ascii(">"), let start = open {
                append(raw[start..<index], to: &found)
                open = nil
            }
        }
        if found.isEmpty {
            for word in raw.split(whereSeparator: \.isWhiteSpace) where word.contains(UInt8.ascii("@")) {
                append(word, to: &found)
            }
        }
        return found
    }

    /// A message's own: whatever stands there counts, with or without brackets or `@`.
    static func single(_ raw: Octets) -> String? {
        if let first = parse(raw).first { return first }
        var found: [String] = []
        append(raw, to: &found)
        return found.first
    }

    private static func append(_ octets: Octets, to found: inout [String]) {
        let kept = octets.filter { $0 > 0x20 && $0 != 0x7F && $0 != UInt8.ascii("<") && $0 != UInt8.ascii(">") }[...]
        if !kept.isEmpty { found.append(Charset.decode(kept, label: nil).text) }
    }
}
