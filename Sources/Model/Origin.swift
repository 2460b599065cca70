/// Where a message was found: one item of one mailbox of one inbox. Taking the same origin twice is taking it once.
package struct Origin: Hashable, Sendable {
    package var inbox: InboxName
    /// The IMAP mailbox name, decoded; for a Maildir its folder; empty where the source has no mailboxes.
    package var mailbox: String
    /// UIDVALIDITY of an IMAP mailbox (RFC 9051 §2.3.1.1); 0 for sources without it.
    package var validity: UInt32
    /// The UID in decimal, the unique part of a Maildir file name, or the digest of an imported file.
    package var item: String

    package init(inbox: InboxName, mailbox: String = "", validity: UInt32 = 0, item: String) {
        self.inbox = inbox
        self.mailbox = mailbox
        self.validity = validity
        self.item = item
    }
}

/// How far an IMAP mailbox has been taken: every UID up to `uid` is durable. Never `\Seen`, never Message-ID.
package struct Cursor: Hashable, Sendable {
    package var inbox: InboxName
    package var mailbox: String
    package var validity: UInt32
    package var uid: UInt32
    /// The highest UID that was there at the first connect and was left out on purpose (`from: now` or a date):
    /// nothing at or below it is owed.
    package var skippedThrough: UInt32

    package init(inbox: InboxName, mailbox: String, validity: UInt32, uid: UInt32, skippedThrough: UInt32 = 0) {
        self.inbox = inbox
        self.mailbox = mailbox
        self.validity = validity
        self.uid = uid
        self.skippedThrough = skippedThrough
    }
}
