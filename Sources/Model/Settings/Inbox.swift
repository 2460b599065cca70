package import Foundation

/// A support inbox: who it is to customers and how its mail is treated. How it is reached is the channel's matter.
package struct Inbox: Hashable, Sendable {
    package var name: InboxName
    /// The addresses mail is sent to; the first is the sender of replies.
    package var addresses: [String]
    /// Further addresses that are ours: forwarders, old names.
    package var aliases: [String]
    /// The display name in From.
    package var senderName: String
    /// Markdown, put below every reply.
    package var signature: String
    /// An ISO 639 code.
    package var defaultLanguage: String
    /// Seconds in which an approved reply can be taken back. Default 15.
    package var undoWindow: TimeInterval
    /// nil, the default: no automatic mail at all.
    package var acknowledgement: Acknowledgement?
    /// Whether a copy of what was sent is put into the `\Sent` mailbox.
    package var keepsSentCopy: Bool
    /// How customers are addressed of whom nothing else is known.
    package var formality = Formality.formal
    /// What due times are counted in.
    package var hours = BusinessHours.usual(in: .gmt)
    /// How replies are written.
    package var form = ReplyForm.mail
    package var promises = PromiseSettings()
    /// The chat or webhook that it is reached by; nil for IMAP and Maildir.
    package var channel: ChannelSettings?

    package init(
        name: InboxName,
        addresses: [String],
        aliases: [String] = [],
        senderName: String = "",
        signature: String = "",
        defaultLanguage: String = "en",
        undoWindow: TimeInterval = 15,
        acknowledgement: Acknowledgement? = nil,
        keepsSentCopy: Bool = false
    ) {
        self.name = name
        self.addresses = addresses
        self.aliases = aliases
        self.senderName = senderName
        self.signature = signature
        self.defaultLanguage = defaultLanguage
        self.undoWindow = undoWindow
        self.acknowledgement = acknowledgement
        self.keepsSentCopy = keepsSentCopy
    }

    /// The sender of replies.
    package var sender: MailAddress {
        MailAddress(name: senderName.isEmpty ? nil : senderName, address: addresses.first ?? "")
    }

    /// Whether an address is one of this inbox's own, whatever its case.
    package func owns(_ address: MailAddress) -> Bool {
        (addresses + aliases).contains { $0.lowercased() == address.key }
    }
}

/// The optional automatic acknowledgement of an inbox.
package struct Acknowledgement: Hashable, Sendable {
    /// Mustache, plain text.
    package var text: String
    /// MAIL FROM; empty for the null reverse-path (RFC 5230 §5.1).
    package var reversePath: String

    package init(text: String, reversePath: String = "") {
        self.text = text
        self.reversePath = reversePath
    }
}
