import Foundation
import Model
import Pipeline

/// The chat that something is in, in the API.
struct APIChannel: Codable, Hashable, Sendable {
    /// The inbox's name.
    var name: String
    /// `slack`, `telegram`, `webhook`, …
    var provider: String
    /// As people call it.
    var title: String

    /// nil for mail, whatever brings it.
    init?(_ inbox: Inbox?) {
        guard let inbox, let provider = inbox.channel?.provider, !provider.bringsMail else { return nil }
        name = inbox.name.rawValue
        self.provider = provider.name
        title = ChannelWords.word(provider)
    }
}

/// Where a message stands in a chat, in the API.
struct APIChatPlace: Codable, Hashable, Sendable {
    /// The provider's number of the message.
    var id: String
    /// In the provider's own terms.
    var chat: String
    var thread: String?
    /// The mail address that the channel vouches for.
    var verifiedAddress: String?

    init(_ origin: ChatOrigin) {
        id = origin.id
        chat = origin.place.chat
        thread = origin.place.thread
        verifiedAddress = origin.verifiedAddress
    }
}

/// How a reply would go out in a chat, in the API.
struct APIChatOutlook: Codable, Hashable, Sendable {
    var channel: String
    /// Until when the provider takes a free reply; left out where there is no such limit.
    var closesAt: Date?
    /// Less than two hours are left.
    var isClosing: Bool
    /// Why no reply can be sent, or none any more.
    var closed: String?
    /// The messages that it is cut into; left out while something is still to be filled in.
    var parts: [String]?

    init(_ outlook: ChatOutlook) {
        channel = outlook.channel.rawValue
        closesAt = outlook.closesAt
        isClosing = outlook.isClosing
        closed = outlook.closed
        parts = outlook.parts
    }
}

/// A customer over all of their addresses, in the API.
struct APICustomer: Codable, Hashable, Sendable {
    struct Link: Codable, Hashable, Sendable {
        var person: String
        var other: String
        /// `verified` or `merged`.
        var ground: String
        var by: String
        var at: Date
    }

    struct Listed: Codable, Hashable, Sendable {
        var id: Int64
        var inbox: String
        var subject: String
        var lastMessageAt: Date
        var isOpen: Bool
    }

    /// That of the conversation first.
    var addresses: [String]
    var links: [Link]
    /// Newest first.
    var otherConversations: [Listed]

    init(_ known: KnownCustomer) {
        addresses = known.identities.addresses
        links = known.identities.links.map {
            Link(person: $0.person, other: $0.other, ground: $0.ground.rawValue, by: $0.by, at: $0.at)
        }
        otherConversations = known.conversations.map {
            Listed(
                id: $0.conversation.id.rawValue,
                inbox: $0.conversation.inbox.rawValue,
                subject: $0.conversation.subject,
                lastMessageAt: $0.lastMessageAt,
                isOpen: $0.isOpen
            )
        }
    }
}
