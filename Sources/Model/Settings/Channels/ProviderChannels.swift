/// An app of Slack's, known by `ChannelSettings.token`.
package struct SlackChannel: Hashable, Sendable {
    /// The ids of the channels whose messages are taken; empty for direct messages and all that the app is in.
    package var channels: [String]

    package init(channels: [String] = []) {
        self.channels = channels
    }
}

/// A bot of Telegram's, known by `ChannelSettings.token`.
package struct TelegramChannel: Hashable, Sendable {
    /// How updates come: Telegram calls us, or we ask (`getUpdates`), for desks behind a firewall.
    package enum Mode: String, Hashable, Sendable, CaseIterable {
        case webhook
        case poll
    }

    package var mode: Mode

    package init(mode: Mode = .poll) {
        self.mode = mode
    }
}

/// WhatsApp Cloud or Messenger, which Meta serves by one API.
package struct MetaChannel: Hashable, Sendable {
    /// The phone number id of WhatsApp, or the page id of Messenger: whose messages are taken, and who sends.
    package var account: String
    /// What the handshake of the webhook has to carry (`hub.verify_token`).
    package var verifyToken: SecretReference
    /// Of the Graph API, such as `v21.0`.
    package var version: String

    package init(account: String, verifyToken: SecretReference, version: String = "v21.0") {
        self.account = account
        self.verifyToken = verifyToken
        self.version = version
    }
}

/// A number at Twilio, for SMS, WhatsApp or Messenger.
package struct TwilioChannel: Hashable, Sendable {
    /// The account's SID; the API's user name.
    package var account: String
    /// The number that replies come from, `+49…`, `whatsapp:+49…` or `messenger:…`.
    package var sender: String

    package init(account: String, sender: String) {
        self.account = account
        self.sender = sender
    }

    /// Whether it sends as a number of WhatsApp or a page of Messenger, whose rules hold then.
    package var isOfMeta: Bool {
        sender.hasPrefix("whatsapp:") || sender.hasPrefix("messenger:")
    }
}
