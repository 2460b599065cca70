/// Reads the mask of an `OrderIDPattern`.
struct MaskParser {
    private let characters: [UInt8]
    private var index = 0
    private(set) var needsOrderWord = false
    private(set) var items: [OrderIDPattern.Item] = []

    init(_ mask: String) {
        let trimmed = mask.drop { $0 == " " }
        if trimmed.hasPrefix("<order>") {
            needsOrderWord = true
            characters = Array(trimmed.dropFirst("<order>".count).drop { $0 == " " }.utf8)
        } else {
            characters = Array(trimmed.utf8)
        }
    }

    mutating func run() throws(OrderIDPattern.Fault) {
        while index < characters.count { try takeItem() }
        guard !items.isEmpty else { throw .empty }
        guard items.contains(where: { $0.member == .digit && $0.counts.lowerBound > 0 }) else { throw .withoutDigit }
        guard items.reduce(0, { $0 + $1.counts.upperBound }) <= OrderIDPattern.longest else { throw .tooLong }
    }

    private mutating func takeItem() throws(OrderIDPattern.Fault) {
        let character = characters[index]
        index += 1
        switch character {
        case UInt8(ascii: "#"): items.append(.init(member: .digit, counts: 1...1))
        case UInt8(ascii: "@"): items.append(.init(member: .letter, counts: 1...1))
        case UInt8(ascii: "*"): items.append(.init(member: .either, counts: 1...1))
        case UInt8(ascii: "{"): try takeCount()
        case UInt8(ascii: "?"):
            guard let last = items.last, last.counts == 1...1 else { throw .malformed(at: index - 1) }
            items[items.count - 1].counts = 0...1
        case UInt8(ascii: "\\"):
            guard index < characters.count else { throw .malformed(at: index - 1) }
            appendLiteral(characters[index])
            index += 1
        case 0x80...: throw .malformed(at: index - 1)
        default: appendLiteral(character)
        }
    }

    private mutating func appendLiteral(_ byte: UInt8) {
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        items.append(.init(member: .literal(lower), counts: 1...1))
    }

    private mutating func takeCount() throws(OrderIDPattern.Fault) {
        let place = index - 1
        guard let end = characters[index...].firstIndex(of: UInt8(ascii: "}")), let last = items.last,
            last.counts == 1...1
        else { throw .malformed(at: place) }
        let parts = String(decoding: characters[index..<end], as: UTF8.self).split(
            separator: ",",
            omittingEmptySubsequences: false
        )
        guard let counts = Self.counts(parts) else { throw .malformed(at: place) }
        items[items.count - 1].counts = counts
        index = end + 1
    }

    private static func counts(_ parts: [Substring]) -> ClosedRange<Int>? {
        guard let first = parts.first.flatMap({ Int($0) }), first > 0, first <= OrderIDPattern.longest else {
            return nil
        }
        if parts.count == 1 { return first...first }
        guard parts.count == 2 else { return nil }
        if parts[1].isEmpty { return first...max(first, first + 12) }
        guard let last = Int(parts[1]), last >= first else { return nil }
        return first...last
    }
}
