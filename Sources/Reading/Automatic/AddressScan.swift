import Model

/// Finds addr-specs in the value of a field, without reading its grammar: enough to compare addresses, and proof
/// against every malformed list.
enum AddressScan {
    static func addresses(in value: some StringProtocol) -> [MailAddress] {
        guard value.utf8.contains(UInt8(ascii: "@")) else { return [] }
        return value.utf8.split(whereSeparator: separates).compactMap { piece in
            let core = piece.drop { $0 == UInt8(ascii: ".") }
            guard let at = core.lastIndex(of: UInt8(ascii: "@")), at > core.startIndex,
                core.index(after: at) < core.endIndex
            else { return nil }
            return MailAddress(address: String(decoding: core, as: UTF8.self))
        }
    }

    private static func separates(_ octet: UInt8) -> Bool {
        switch octet {
        case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
            UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
            UInt8(ascii: "]"):
            true
        default: false
        }
    }
}
