package import Foundation

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

/// How far a mailbox has been taken: every UID up to `uid` is durable or was left out on purpose. Never `\Seen`, never
/// Message-ID.
package struct Cursor: Hashable, Sendable {
    package var inbox: InboxName
    package var mailbox: String
    /// UIDVALIDITY; 0 for a Maildir, which has no UIDs and needs `firstConnected` only.
    package var validity: UInt32
    package var uid: UInt32
    /// The highest UID that was there when `validity` was first seen: up to it, mail is a backlog and not news.
    package var backlogEnd: UInt32
    /// Whether that backlog is a rescan after a change of UIDVALIDITY, rather than what was there at the first connect.
    package var isRescan: Bool
    /// When the mailbox was first connected to, whatever its UIDVALIDITY was: what `from: now` counts from.
    package var firstConnected: Date

    package init(
        inbox: InboxName,
        mailbox: String,
        validity: UInt32,
        uid: UInt32,
        backlogEnd: UInt32 = 0,
        isRescan: Bool = false,
        firstConnected: Date
    ) {
        self.inbox = inbox
        self.mailbox = mailbox
        self.validity = validity
        self.uid = uid
        self.backlogEnd = backlogEnd
        self.isRescan = isRescan
        self.firstConnected = firstConnected
    }
}
