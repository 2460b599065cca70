/// One capability of a server, in upper case.
///
///     * CAPABILITY IMAP4rev1 IDLE LITERAL+ UIDPLUS
///
/// RFC 9051 section 6.1.1 and the registry of IMAP capabilities.
package struct Capability: Hashable, Sendable, CustomStringConvertible {
    /// The name in upper case, since names are compared without regard to case.
    package let name: String

    /// Any name.
    package init(_ name: String) { self.name = name.uppercased() }

    /// BINARY (RFC 3516): literals with NUL bytes.
    package static let binary = Capability("BINARY")
    /// ENABLE (RFC 5161).
    package static let enable = Capability("ENABLE")
    /// ESEARCH (RFC 4731): compact search results.
    package static let extendedSearch = Capability("ESEARCH")
    /// IDLE (RFC 2177).
    package static let idle = Capability("IDLE")
    /// IMAP4rev2 (RFC 9051).
    package static let imap4rev2 = Capability("IMAP4rev2")
    /// LIST-EXTENDED (RFC 5258).
    package static let listExtended = Capability("LIST-EXTENDED")
    /// LITERAL- (RFC 7888): literals of up to 4096 bytes without waiting.
    package static let literalMinus = Capability("LITERAL-")
    /// LITERAL+ (RFC 7888): literals without waiting.
    package static let literalPlus = Capability("LITERAL+")
    /// MOVE (RFC 6851).
    package static let move = Capability("MOVE")
    /// SPECIAL-USE (RFC 6154): which mailbox is for sent mail.
    package static let specialUse = Capability("SPECIAL-USE")
    /// UIDPLUS (RFC 4315): UID EXPUNGE, APPENDUID, COPYUID.
    package static let uidPlus = Capability("UIDPLUS")
    /// UTF8=ACCEPT (RFC 6855).
    package static let utf8Accept = Capability("UTF8=ACCEPT")

    /// The name.
    package var description: String { name }
}
