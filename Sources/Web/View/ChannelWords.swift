import Model

/// How channels are named.
enum ChannelWords {
    /// `Slack (shop)`, `chat (site)`; the name alone where the channel is no longer configured.
    static func place(_ name: InboxName, _ provider: ChannelProvider?) -> String {
        guard let provider else { return name.rawValue }
        let word = word(provider)
        return word.lowercased() == name.rawValue.lowercased() ? word : "\(word) (\(name))"
    }

    static func word(_ provider: ChannelProvider) -> String {
        switch provider {
        case .webhook: "chat"
        case .feed: "feed"
        case .widget: "chat of the site"
        default: provider.title
        }
    }
}

extension ChannelProvider {
    /// Whether people are what they typed into our own page.
    var isWidget: Bool {
        if case .widget = self { true } else { false }
    }
}

/// Whom a reply in a chat goes to, in the place of an envelope: a person of the channel, who cannot be changed.
struct ChatEnvelope: Sendable {
    var who: String
    /// The provider's number of the person, where they have a name besides.
    var number: String?
    var place: String
    /// The mail address that they left, to which it goes as well; nil for none.
    var alsoTo: String?

    /// nil for a mail address.
    init?(_ address: MailAddress?, provider: ChannelProvider?, alsoTo: String? = nil) {
        guard let address, let chat = ChatAddress(address) else { return nil }
        who = Person.name(address)
        let number = Person.number(chat)
        self.number = who == number ? nil : number
        place = ChannelWords.place(chat.channel, provider)
        self.alsoTo = alsoTo
    }
}
