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
        octet >= 0x80 || (0x41...0x5A).contains(octet & 0xDF) || "*_|".utf8.contains(octet)
    }

    private static func colon(_ head: ArraySlice<UInt8>) -> (start: Int, end: Int)? {
        for index in head.indices {
            if head[index] == UInt8(ascii: ":") { return (index, index + 1) }
            if head[index] == 0xD5, head[index...].starts(with: [0xD5, 0x9D]) { return (index, index + 2) }
            if head[index] == 0xEF, head[index...].starts(with: [0xEF, 0xBC, 0x9A]) { return (index, index + 3) }
        }
        return nil
    }

    private static let kinds: [UInt64: HeaderLabel] = {
        var all: [UInt64: HeaderLabel] = [:]
        for (kind, names) in HeaderNames.all {
            for name in names.split(separator: "|") { all[Word.phrase(String(name))] = kind }
        }
        return all
    }()
}
