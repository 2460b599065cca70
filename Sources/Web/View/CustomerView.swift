import Model
import Pipeline

/// Which addresses are known to be this customer's, and what they wrote elsewhere.
struct CustomerView: Sendable {
    struct Identity: Sendable {
        /// As it goes back with a form.
        var address: String
        var shown: String
        /// Who says that it is theirs, and since when; nil for the address of this conversation.
        var ground: String?
    }

    struct Other: Sendable {
        var path: String
        var subject: String
        var place: String
        var when: Moment
        var isOpen: Bool
    }

    var identities: [Identity]
    var isLinked: Bool
    var conversations: [Other]
    var hasConversations: Bool

    init?(_ known: KnownCustomer?, provider: (InboxName) -> ChannelProvider?, clock: Clock) {
        guard let known else { return nil }
        let links = known.identities.links
        identities = known.identities.addresses.enumerated().map { place, address in
            let link = links.last { $0.person == address || $0.other == address }
            return Identity(
                address: address,
                shown: Self.shown(address, provider),
                ground: place == 0 ? nil : link.map { Self.ground($0, clock) }
            )
        }
        isLinked = identities.count > 1
        conversations = known.conversations.map { other in
            let conversation = other.conversation
            return Other(
                path: "/conversations/\(conversation.id)",
                subject: Subject.shown(conversation.subject),
                place: ChannelWords.place(conversation.inbox, provider(conversation.inbox)),
                when: clock.moment(other.lastMessageAt),
                isOpen: other.isOpen
            )
        }
        hasConversations = !conversations.isEmpty
    }

    private static func shown(_ address: String, _ provider: (InboxName) -> ChannelProvider?) -> String {
        guard let chat = ChatAddress(MailAddress(address: address)) else { return address }
        return "\(chat.person) in \(ChannelWords.place(chat.channel, provider(chat.channel)))"
    }

    private static func ground(_ link: IdentityLink, _ clock: Clock) -> String {
        let day = clock.moment(link.at).exact
        return switch link.ground {
        case .verified: "\(link.by) vouches for it, \(day)"
        case .merged: "merged by \(link.by), \(day)"
        }
    }
}
