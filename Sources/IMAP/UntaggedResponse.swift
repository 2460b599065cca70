/// A response that starts with `*`.
///
///     * LIST (\HasNoChildren \Sent) "/" "Sent"
///
/// RFC 9051 sections 7.1 to 7.5.
package enum UntaggedResponse: Hashable, Sendable {
    /// `OK`, `NO`, `BAD`, `BYE`, `PREAUTH`: also the greeting.
    case status(StatusResponse)
    /// `CAPABILITY`.
    case capability(Capabilities)
    /// `ENABLED` (RFC 5161): what has just been switched on.
    case enabled(Capabilities)
    /// `LIST`, and Gmail's old `XLIST`.
    case list(MailboxListing)
    /// `FLAGS`: the flags that the mailbox knows.
    case flags([Flag])
    /// `EXISTS`: how many messages the mailbox has.
    case exists(UInt32)
    /// `EXPUNGE`: the message with this sequence number is gone.
    case expunge(UInt32)
    /// `FETCH`.
    case fetch(FetchResponse)
    /// `SEARCH` and `ESEARCH`.
    case search(SearchResponse)
    /// `VANISHED` (RFC 7162): these are gone; `isEarlier` for what went before this session.
    case vanished(UIDSet, isEarlier: Bool)
    /// Any other, by its name in upper case.
    case other(String)
}
