import MIME

/// Writing test messages: lines given with LF become what the case wants.
enum Mail {
    static func read(_ text: String) -> ParsedMessage {
        ParsedMessage(parsing: Array(text.utf8))
    }

    static func read(_ octets: [UInt8]) -> ParsedMessage {
        ParsedMessage(parsing: octets)
    }

    /// Latin-1 text as octets, for raw 8-bit mail.
    static func octets(_ latin: String) -> [UInt8] {
        latin.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
}
