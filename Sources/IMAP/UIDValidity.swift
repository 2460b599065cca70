/// The generation of a mailbox's UIDs: while it stays the same, a UID means the same message.
///
///     * OK [UIDVALIDITY 3857529045] UIDs valid
///
/// 0 is not allowed by the RFC but sent by some servers, and stands here too for a server that says nothing.
/// RFC 9051 section 2.3.1.1.
package struct UIDValidity: Hashable, Sendable {
    /// The number on the wire.
    package let rawValue: UInt32

    package init(_ rawValue: UInt32) { self.rawValue = rawValue }
}
