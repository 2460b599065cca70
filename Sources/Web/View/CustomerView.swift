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
        /// Whether replies can be sent there for a limited time only.
        var hasWindow: Bool
    }

    /// The mail address that they typed into the widget; nil for none.
    var left: String?
    /// What the visitor of a widget says of themselves, and that it proves nothing; nil where nothing was said.
    var typed: String?
    var identities: [Identity]
    var isLinked: Bool
    var conversations: [Other]
    var hasConversations: Bool

    /// - Parameters:
    ///   - left: the mail address that they typed into the widget.
    ///   - typedName: the name that they typed there.
    init?(
        _ known: KnownCustomer?,
        left: String? = nil,
        typedName: String? = nil,
        provider: (InboxName) -> ChannelProvider?,
        clock: Clock
    ) {
        guard let known else { return nil }
        self.left = left
        typed = Self.typed(name: typedName, address: left)
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
                isOpen: other.isOpen,
                hasWindow: provider(conversation.inbox)?.replyWindow != nil
            )
        }
        hasConversations = !conversations.isEmpty
    }

    private static func typed(name: String?, address: String?) -> String? {
        switch (name, address) {
        case (nil, nil): nil
        case (_?, nil): "The visitor typed this name. It is not verified, and nobody is recognised by it."
        case (nil, _?): "The visitor typed this address. It is not verified, and nobody is recognised by it."
        case (_?, _?): "The visitor typed name and address. Neither is verified, and nobody is recognised by them."
        }
    }

    private static func shown(_ address: String, _ provider: (InboxName) -> ChannelProvider?) -> String {
        guard let chat = ChatAddress(MailAddress(address: address)) else { return address }
        return "\(Person.number(chat)) in \(ChannelWords.place(chat.channel, provider(chat.channel)))"
    }

    private static func ground(_ link: IdentityLink, _ clock: Clock) -> String {
        let day = clock.moment(link.at).exact
        return switch link.ground {
        case .verified: "\(link.by) vouches for it, \(day)"
        case .merged: "merged by \(link.by), \(day)"
        }
    }
}
