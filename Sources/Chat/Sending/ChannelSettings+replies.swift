package import Model

extension ChannelSettings {
    /// How replies of this channel are written. Throws a sentence where it has none, or its configuration does not do.
    ///
    /// - Parameter webhook: the public address of the channel's webhook, for providers that have to be told anew each time
    ///   where receipts go; nil where it is not known.
    package func replyAPI(webhook: String? = nil) throws(ReplyError) -> any ReplyAPI {
        switch provider {
        case .slack: return try SlackAPI(self)
        case .telegram: return try TelegramAPI(self)
        case .whatsapp(let channel): return try WhatsAppAPI(channel, self)
        case .messenger(let channel): return try MessengerAPI(channel, self)
        case .twilio(let channel): return try TwilioAPI(channel, self, webhook: webhook)
        case .webhook(let channel): return try GenericAPI(channel)
        case .mailgun, .postmark, .sendgrid:
            throw ReplyError(.configuration, "Mail that comes through a webhook is answered by the inbox's “smtp”.")
        case .feed: throw ReplyError(.configuration, NoReplies.feed)
        case .widget:
            throw ReplyError(.configuration, "Replies in the widget are shown by this program itself, not sent.")
        }
    }

    /// What a reply is cut by; nil where the channel sends none.
    package var partLimit: PartLimit? {
        try? replyAPI().limit
    }

    /// Of the provider's API.
    func address() throws(ReplyError) -> APIAddress {
        try APIAddress(api.isEmpty ? provider.usualAPI : api)
    }
}
