package import Foundation

/// An inbox with everything that is needed to fetch its mail and send its replies.
package struct InboxSettings: Hashable, Sendable {
    package var inbox: Inbox
    package var source: InboxSource
    /// nil where replies cannot be sent (an inbox that only collects).
    package var relay: MailServer?
    /// Seconds without reaching the source after which an alert is raised. Default 900.
    package var alertAfter: TimeInterval

    package init(inbox: Inbox, source: InboxSource, relay: MailServer?, alertAfter: TimeInterval = 900) {
        self.inbox = inbox
        self.source = source
        self.relay = relay
        self.alertAfter = alertAfter
    }
}

extension InboxSettings {
    /// Whether it is reached by a chat or webhook.
    package var isChannel: Bool {
        if case .channel = source { true } else { false }
    }
}

/// Where an inbox's mail comes from.
package enum InboxSource: Hashable, Sendable {
    case imap(IMAPSource)
    case maildir(MaildirSource)
    case channel(ChannelSettings)
}

package struct IMAPSource: Hashable, Sendable {
    package var server: MailServer
    package var mailbox: String
    package var start: StartRule
    package var afterTaking: AfterTaking
    /// Seconds between looks where the server offers no IDLE. Default 60.
    package var pollInterval: TimeInterval
    /// Octets; of larger messages only the header is taken, and they are parked. Default 25 MiB.
    package var sizeLimit: Int

    package init(
        server: MailServer,
        mailbox: String = "INBOX",
        start: StartRule,
        afterTaking: AfterTaking = .keep,
        pollInterval: TimeInterval = 60,
        sizeLimit: Int = 25 << 20
    ) {
        self.server = server
        self.mailbox = mailbox
        self.start = start
        self.afterTaking = afterTaking
        self.pollInterval = pollInterval
        self.sizeLimit = sizeLimit
    }
}

package struct MaildirSource: Hashable, Sendable {
    /// The folder that holds `new`, `cur` and `tmp`.
    package var path: String
    package var start: StartRule
    package var sizeLimit: Int

    package init(path: String, start: StartRule = .all, sizeLimit: Int = 25 << 20) {
        self.path = path
        self.start = start
        self.sizeLimit = sizeLimit
    }
}

/// What is taken at the first connect.
package enum StartRule: Hashable, Sendable {
    /// Only what comes from now on.
    case now
    case all
    /// What the source received on or after the start of that day, UTC.
    case since(Date)
}

/// What happens to a message on the server once it is durable here.
package enum AfterTaking: Hashable, Sendable {
    case keep
    case seen
    case flag
    case move(String)
}
