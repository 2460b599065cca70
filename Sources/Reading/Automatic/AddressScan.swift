import Model

/// Finds addr-specs in the value of a field, without reading its grammar: enough to compare addresses, and proof
/// against every malformed list.
enum AddressScan {
    static func addresses(in value: String) -> [MailAddress] {
        value.unicodeScalars.split(whereSeparator: separates).compactMap { piece in
            let core = Substring(piece).drop { $0 == "." }
            guard let at = core.lastIndex(of: "@"), at > core.startIndex, core.index(after: at) < core.endIndex else {
                return nil
            }
            return MailAddress(address: String(core))
        }
    }

    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "<", ">", ",", ";", ":", "\"", "'", "(", ")", "[", "]": true
        default: scalar.properties.isWhitespace
        }
    }
}
