/// What the connection allows in a command.
struct EncodingOptions: Hashable, Sendable {
    /// What the server offers.
    var capabilities = Capabilities()
    /// Whether UTF-8 has been enabled, by UTF8=ACCEPT or IMAP4rev2.
    var isUTF8 = false
    /// Whether it was UTF8=ACCEPT, with which messages of RFC 6532 have an APPEND form of their own.
    var acceptsUTF8Messages = false

    /// The most bytes that `LITERAL-` lets through without waiting. RFC 7888 section 5.
    private static let literalMinusLimit = 4096

    /// Whether a literal of the size may be sent without waiting for the server's word.
    func sendsAtOnce(_ size: Int) -> Bool {
        capabilities.offers(.literalPlus) || (capabilities.offers(.literalMinus) && size <= Self.literalMinusLimit)
    }
}
