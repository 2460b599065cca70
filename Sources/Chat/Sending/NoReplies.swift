package import Model

/// Why a channel has no way for replies, and what can be done instead.
enum NoReplies {
    static let feed = """
        A feed is only read, so that no reply can go out through it. Answer where the customer wrote, then close it \
        here without a reply.
        """
    static let webhook = """
        The channel only receives: it has no “reply” with a “url” in the configuration. Set one, or answer where the customer \
        wrote and close it here without a reply.
        """
}

extension ChannelSettings {
    /// Why no reply can go out through a chat, and what can be done instead; nil where one can, and where replies go another
    /// way: those to mail by the inbox's relay, those of the widget by being shown.
    package var noReplies: String? {
        switch provider {
        case .feed: NoReplies.feed
        case .webhook(let channel) where channel.replyURL == nil: NoReplies.webhook
        default: nil
        }
    }

    /// Whether replies go out through the channel itself.
    package var sendsReplies: Bool {
        if case .widget = provider { return false }
        return !provider.bringsMail && noReplies == nil
    }
}
