package import Foundation

extension ChannelProvider {
    /// As it stands in the configuration.
    package var name: String {
        switch self {
        case .webhook: "webhook"
        case .slack: "slack"
        case .telegram: "telegram"
        case .whatsapp: "whatsapp"
        case .messenger: "messenger"
        case .twilio: "twilio"
        case .mailgun: "mailgun"
        case .postmark: "postmark"
        case .sendgrid: "sendgrid"
        case .feed: "feed"
        case .widget: "widget"
        }
    }

    /// As people call it.
    package var title: String {
        switch self {
        case .webhook: "The chat"
        case .slack: "Slack"
        case .telegram: "Telegram"
        case .whatsapp: "WhatsApp"
        case .messenger: "Messenger"
        case .twilio: "Twilio"
        case .mailgun: "Mailgun"
        case .postmark: "Postmark"
        case .sendgrid: "SendGrid"
        case .feed: "The feed"
        case .widget: "The chat of the site"
        }
    }

    /// Whether it brings mail, which is read and answered as mail.
    package var bringsMail: Bool {
        switch self {
        case .mailgun, .postmark, .sendgrid: true
        default: false
        }
    }

    /// The address of the provider's API, without a slash at its end; empty where there is none.
    package var usualAPI: String {
        switch self {
        case .slack: "https://slack.com/api"
        case .telegram: "https://api.telegram.org"
        case .whatsapp, .messenger: "https://graph.facebook.com"
        case .twilio: "https://api.twilio.com"
        case .postmark: "https://api.postmarkapp.com"
        default: ""
        }
    }

    /// Octets that one delivery may have: Mailgun takes mail of 25 MB, SendGrid of 30 MB, Postmark of 35 MB.
    package var usualSizeLimit: Int {
        bringsMail ? 36 << 20 : 1 << 20
    }

    /// Seconds by which a signed time may lie behind ours. Mailgun and SendGrid sign once and then try for 8 and 72 hours: a
    /// shorter window would refuse all that could not be taken in an outage. A second delivery is told all the same, by
    /// Mailgun's token and by the digest of the mail.
    package var usualTolerance: TimeInterval {
        switch self {
        case .mailgun: 9 * 3_600
        case .sendgrid: 73 * 3_600
        default: 300
        }
    }

    /// Whether replies cannot be sent without `ChannelSettings.token`. Twilio's key is both.
    package var needsToken: Bool {
        switch self {
        case .slack, .telegram, .whatsapp, .messenger: true
        default: false
        }
    }

    /// Seconds after the customer's last message in which a free reply may be sent; nil where there is no such limit.
    ///
    /// Meta, "Customer service windows" of WhatsApp Cloud and "Standard messaging" of Messenger: 24 hours, also where Twilio
    /// stands between (its error 63016, which comes when it is too late for the person who wrote the reply).
    package var replyWindow: TimeInterval? {
        switch self {
        case .whatsapp, .messenger: 86_400
        case .twilio(let twilio) where twilio.isOfMeta: 86_400
        default: nil
        }
    }

    /// What `ChannelSettings.keys` are, for whoever left them out.
    package var keyAdvice: String {
        switch self {
        case .webhook: "the secrets that deliveries are signed with, whsec_… or whpk_…"
        case .slack: "the app's signing secret"
        case .telegram: "the secret_token that setWebhook was given"
        case .whatsapp, .messenger: "the app's secret"
        case .twilio: "the account's auth token"
        case .mailgun: "the webhook signing key"
        case .postmark: "the password in the address that Postmark calls"
        case .sendgrid: "the public key of the parse webhook's security policy"
        case .feed, .widget: "none"
        }
    }
}

extension ChannelSettings {
    /// The path that the sender of a channel of that name calls. Addresses that end in `mime` get mail from Mailgun as it
    /// came, instead of in pieces.
    package func webhookPath(of inbox: InboxName) -> String {
        let path = "/channels/\(inbox)"
        return provider == .mailgun ? "\(path)/mime" : path
    }

    /// Whether somebody calls our webhook; else we ask, or serve the page ourselves.
    package var isCalled: Bool {
        switch provider {
        case .feed, .widget: false
        case .telegram(let telegram): telegram.mode == .webhook
        default: true
        }
    }

    /// What replies, questions and files are asked for with. Twilio's auth token signs and authorises.
    package var authority: SecretReference? {
        if case .twilio = provider { return token ?? keys.first }
        return token
    }

    /// The key of the configuration under which `authority` stands.
    package var authorityKey: String {
        if case .twilio = provider, token == nil { return "keys" }
        return "token"
    }
}
