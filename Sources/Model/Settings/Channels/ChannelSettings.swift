package import Foundation

/// A chat or webhook as the source of an inbox, and the way its replies take.
package struct ChannelSettings: Hashable, Sendable {
    package var provider: ChannelProvider
    /// The signing secrets or verification tokens that are valid now: several while one is being replaced.
    package var keys: [SecretReference]
    /// What replies and polls are authorised with; nil where the channel only receives.
    package var token: SecretReference?
    /// Where the provider's API is; the provider's own address unless configured.
    package var api: String
    /// Seconds by which a signed time may lie behind ours. It may be ahead of ours by as much, but where the sender signs once
    /// for all of its attempts by 300 at most. `ChannelProvider.usualTolerance` unless given.
    package var tolerance: TimeInterval
    /// Octets of one delivery. Default 1 MiB; configured channels have `ChannelProvider.usualSizeLimit`.
    package var sizeLimit: Int
    /// Seconds within which messages of one person are one thought, read together. Default 60.
    package var pause: TimeInterval
    /// Seconds after the last message of a conversation after which a new message begins another. Default 24 hours.
    package var conversationWindow: TimeInterval
    /// Host names that attachments may be fetched from, beside the provider's own.
    package var attachmentHosts: [String]

    package init(
        provider: ChannelProvider,
        keys: [SecretReference] = [],
        token: SecretReference? = nil,
        api: String = "",
        tolerance: TimeInterval? = nil,
        sizeLimit: Int = 1 << 20,
        pause: TimeInterval = 60,
        conversationWindow: TimeInterval = 86_400,
        attachmentHosts: [String] = []
    ) {
        self.provider = provider
        self.keys = keys
        self.token = token
        self.api = api
        self.tolerance = tolerance ?? provider.usualTolerance
        self.sizeLimit = sizeLimit
        self.pause = pause
        self.conversationWindow = conversationWindow
        self.attachmentHosts = attachmentHosts
    }
}

/// Who delivers, in the order of the documentation. The values are the keys of the configuration.
package enum ChannelProvider: Hashable, Sendable {
    /// Standard Webhooks signatures, with the fields of the JSON mapped.
    case webhook(GenericChannel)
    case slack(SlackChannel)
    case telegram(TelegramChannel)
    case whatsapp(MetaChannel)
    case messenger(MetaChannel)
    case twilio(TwilioChannel)
    /// Mail through a webhook becomes mail.
    case mailgun
    case postmark(user: String)
    case sendgrid
    /// A JSON document that is asked for every so often.
    case feed(FeedChannel)
    /// Our own page for the shop's site.
    case widget(WidgetChannel)
}
