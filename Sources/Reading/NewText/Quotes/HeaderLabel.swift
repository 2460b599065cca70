/// The names of header fields as mail programs translate them when they quote.
enum HeaderLabel: UInt8 {
    case from
    case date
    case to
    case cc
    case subject

    /// The field that a line names at its beginning, and where its value begins in the octets of the text.
    static func at(_ index: Int, in lines: MessageLines) -> (label: HeaderLabel, value: Int)? {
        let text = lines.text(index)
        guard let first = text.first, isBeginning(first) else { return nil }
        let head = text.prefix(48)
        guard let colon = colon(head) else { return nil }
        var scanner = WordScanner()
        scanner.scan(lines.octets, head.startIndex..<colon.start)
        guard scanner.words.count <= 4, let label = kinds[Word.key(scanner.words.lazy.map(\.key))] else { return nil }
        return (label, colon.end)
    }

    /// Emphasis, a bullet or a bar may stand before the name.
    private static func isBeginning(_ octet: UInt8) -> Bool {
        octet >= 0x80 || (0x41...0x5A).contains(octet & 0xDF) || octet == UInt8(ascii: "*")
            || octet == UInt8(ascii: "_")
            || octet == UInt8(ascii: "|")
    }

    /// The first colon.
    static func colon(_ head: ArraySlice<UInt8>) -> (start: Int, end: Int)? {
        for index in head.indices {
            let length = Colon.length(head, at: index)
            if length > 0 { return (index, index + length) }
        }
        return nil
    }

    /// By the keys of their names.
    static let kinds: [UInt64: HeaderLabel] = {
        var all: [UInt64: HeaderLabel] = [:]
        for (kind, names) in HeaderNames.all {
            for name in names.split(separator: "|") { all[Word.phrase(String(name))] = kind }
        }
        return all
    }()
}
