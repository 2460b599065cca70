extension JSONValue {
    /// In one line, members sorted by their names: the same for the same value, whatever the order it came in.
    package var compact: String {
        var octets: [UInt8] = []
        write(to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }

    private func write(to octets: inout [UInt8]) {
        switch self {
        case .null: octets += Array("null".utf8)
        case .flag(let flag): octets += Array((flag ? "true" : "false").utf8)
        case .whole(let whole): octets += Array(String(whole).utf8)
        case .number(let number): octets += Array(String(number).utf8)
        case .text(let text): Self.write(text, to: &octets)
        case .list(let items): Self.write(items, "[", "]", to: &octets) { $0.write(to: &$1) }
        case .object(let members):
            Self.write(members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }, "{", "}", to: &octets) {
                member,
                octets in
                Self.write(member.key, to: &octets)
                octets.append(UInt8(ascii: ":"))
                member.value.write(to: &octets)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item],
        _ open: Unicode.Scalar,
        _ close: Unicode.Scalar,
        to octets: inout [UInt8],
        _ write: (Item, inout [UInt8]) -> Void
    ) {
        octets.append(UInt8(ascii: open))
        for (index, item) in items.enumerated() {
            if index > 0 { octets.append(UInt8(ascii: ",")) }
            write(item, &octets)
        }
        octets.append(UInt8(ascii: close))
    }

    private static func write(_ text: String, to octets: inout [UInt8]) {
        octets.append(UInt8(ascii: "\""))
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): octets += [UInt8(ascii: "\\"), octet]
            case 0x0A: octets += Array(#"\n"#.utf8)
            case 0x09: octets += Array(#"\t"#.utf8)
            case 0..<0x20: octets += Array(#"\u00"#.utf8) + [digit(octet >> 4), digit(octet & 0x0F)]
            default: octets.append(octet)
            }
        }
        octets.append(UInt8(ascii: "\""))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
