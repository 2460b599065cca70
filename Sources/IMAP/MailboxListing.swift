/// One mailbox of a LIST response.
///
///     * LIST (\HasNoChildren \Sent) "/" "Sent"
///
/// RFC 9051 section 7.3.1, RFC 6154 (special use).
package struct MailboxListing: Hashable, Sendable {
    /// What the server says of it: `\Noselect`, `\HasChildren`, `\Sent`, ... Compared without regard to case, as flags.
    package let attributes: Set<Flag>
    /// What parts the levels of the hierarchy; nil where there is none.
    package let delimiter: String?
    /// The name as it came; `MailboxName` reads it by the encoding that is in force.
    package let wireName: [UInt8]
}
