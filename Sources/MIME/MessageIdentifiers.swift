/// The identifiers in `Message-ID`, `In-Reply-To` and `References` (RFC 5322 §3.6.4).
enum MessageIdentifiers {
    /// In order, without angle brackets; where no brackets stand, the words that hold an `@`.
    static func parse(_ raw: Octets) -> [String] {
        var found: [String] = []
        var position = raw.startIndex
        while let close = raw.firstIndex(of: UInt8.ascii(">"), from: position) {
            if let open = raw[position..<close].lastIndex(of: UInt8.ascii("<")) {
                append(raw[(open + 1)..<close], to: &found)
            }
            position = close + 1
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
        let kept = octets.allSatisfy(isKept) ? octets : octets.filter(isKept)[...]
        if !kept.isEmpty { found.append(Charset.decode(kept, label: nil).text) }
    }

    private static func isKept(_ octet: UInt8) -> Bool {
        octet > 0x20 && octet != 0x7F && octet != UInt8.ascii("<") && octet != UInt8.ascii(">")
    }
}
