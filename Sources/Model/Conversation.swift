package import Foundation

/// The messages that belong together, one customer's matter.
package struct Conversation: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Conversation>

    package var id: ID
    package var inbox: InboxName
    package var subject: String
    package var customer: MailAddress?
    package var head: ThreadHead

    package init(id: ID, inbox: InboxName, subject: String, customer: MailAddress?, head: ThreadHead) {
        self.id = id
        self.inbox = inbox
        self.subject = subject
        self.customer = customer
        self.head = head
    }
}

/// The last thing said in a conversation, by either side. An approval names the head it saw.
package struct ThreadHead: Hashable, Sendable, Codable, CustomStringConvertible {
    package var lastMessage: Message.ID
    /// The newest reply of ours that is in the outbox or was sent; nil where we have said nothing yet.
    package var lastOutgoing: OutgoingMail.ID?

    package init(lastMessage: Message.ID, lastOutgoing: OutgoingMail.ID? = nil) {
        self.lastMessage = lastMessage
        self.lastOutgoing = lastOutgoing
    }

    /// `12.0`, `12.7`: the form that the API and the desk's forms carry.
    package var description: String {
        "\(lastMessage).\(lastOutgoing?.rawValue ?? 0)"
    }

    /// Reads `description` back; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int64($0) }
        guard parts.count == 2, let message = parts[0], let outgoing = parts[1], message > 0, outgoing >= 0 else {
            return nil
        }
        lastMessage = Message.ID(rawValue: message)
        lastOutgoing = outgoing == 0 ? nil : OutgoingMail.ID(rawValue: outgoing)
    }
}

/// How a message finds its conversation, strongest first: our own token, then identifiers, then people and subject.
package struct ThreadKeys: Hashable, Sendable {
    /// From a Message-ID of ours whose HMAC verified, in In-Reply-To, References or a returned mail.
    package var verified: Conversation.ID?
    /// In-Reply-To, then References from last to first, then the original of a bounce; without angle brackets.
    package var identifiers: [String]
    /// The customer's address key; nil where there is no usable From.
    package var person: String?
    /// The subject without reply and forward prefixes, case folded; empty where it says too little to match by.
    package var subject: String
    /// Seconds of silence after which people and subject make another conversation; nil for what is usual with mail.
    package var window: TimeInterval?

    package init(verified: Conversation.ID?, identifiers: [String], person: String?, subject: String) {
        self.verified = verified
        self.identifiers = identifiers
        self.person = person
        self.subject = subject
    }
}
