/// How far a channel that is polled has been read, as the provider says it. It moves with what was read, in one
/// transaction.
package struct ChannelCursor: Hashable, Sendable {
    package var inbox: InboxName
    /// What was read: the address of a feed, the number of a bot. A position in something else means nothing; nil where an
    /// earlier version kept the cursor, which did not say.
    package var source: String?
    /// Where to go on, in the provider's own terms, such as Telegram's next `update_id`; nil where the whole document is
    /// read each time.
    package var position: String?
    /// `ETag` of the document that was read last (RFC 9110 §8.8.3), as it came.
    package var etag: String?
    /// `Last-Modified` of it (RFC 9110 §8.8.2), as it came.
    package var lastModified: String?

    package init(
        inbox: InboxName,
        source: String? = nil,
        position: String? = nil,
        etag: String? = nil,
        lastModified: String? = nil
    ) {
        self.inbox = inbox
        self.source = source
        self.position = position
        self.etag = etag
        self.lastModified = lastModified
    }

    /// The same where it is one of that source, else the beginning of that source.
    package func continued(in source: String) -> ChannelCursor {
        guard self.source == nil || self.source == source else { return ChannelCursor(inbox: inbox, source: source) }
        var cursor = self
        cursor.source = source
        return cursor
    }
}
