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

/// Whom a reply in a chat goes to, in the place of an envelope: a person of the channel, who cannot be changed.
struct ChatEnvelope: Sendable {
    var who: String
    /// The provider's number of the person, where they have a name besides.
    var number: String?
    var place: String

    /// nil for a mail address.
    init?(_ address: MailAddress?, provider: ChannelProvider?) {
        guard let address, let chat = ChatAddress(address) else { return nil }
        who = Person.name(address)
        number = who == chat.person ? nil : chat.person
        place = ChannelWords.place(chat.channel, provider)
    }
}
