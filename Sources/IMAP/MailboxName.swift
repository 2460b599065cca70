/// A mailbox's name.
///
///     Entwürfe    is sent as    "Entw&APw-rfe"    or, where UTF-8 is enabled, as    "Entwürfe"
///
/// `INBOX` is the same in any case. RFC 9051 section 5.1, RFC 3501 section 5.1.3.
package struct MailboxName: Hashable, Sendable, CustomStringConvertible {
    /// The name as a person reads it.
    package let text: String
    /// The bytes the server uses, only where `text` would not be encoded to just these.
    private let wire: [UInt8]?

    /// A name as a person writes it, levels parted by the server's own delimiter.
    package init(_ text: String) {
        self.text = text.uppercased() == "INBOX" ? "INBOX" : text
        wire = nil
    }

    /// A name as a server sent it. Bytes that are not what the encoding says stay as they are, so that the mailbox can
    /// still be used.
    init(wire bytes: [UInt8], isUTF8: Bool) {
        let decoded = isUTF8 ? String(validating: bytes, as: UTF8.self) : ModifiedUTF7.decode(bytes)
        let name = MailboxName(decoded ?? String(decoding: bytes, as: UTF8.self))
        text = name.text
        wire = decoded == nil ? bytes : nil
    }

    /// The first mailbox of every account.
    package static let inbox = MailboxName("INBOX")

    /// The text.
    package var description: String { text }

    /// The bytes to send, before quoting.
    func bytes(isUTF8: Bool) -> [UInt8] {
        wire ?? (isUTF8 ? Array(text.utf8) : ModifiedUTF7.encode(text))
    }
}
