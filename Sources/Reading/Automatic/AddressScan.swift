import Model

/// Finds addr-specs in the value of a field, without reading its grammar: enough to compare addresses, and proof
/// against every malformed list.
enum AddressScan {
    static func addresses(in value: String) -> [MailAddress] {
        value.split(whereSeparator: separates).compactMap { piece in
            let core = piece.drop { $0 == "." }
            guard let at = core.lastIndex(of: "@"), at > core.startIndex, core.index(after: at) < core.endIndex else {
                return nil
            }
            return MailAddress(address: String(core))
        }
    }

    private static func separates(_ character: Character) -> Bool {
        character.isWhitespace || ["<", ">", ",", ";", ":", "\"", "'", "(", ")", "[", "]"].contains(character)
    }
}
