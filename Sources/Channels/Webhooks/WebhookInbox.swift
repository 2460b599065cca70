package import Model

/// An inbox that is called by its senders: there is nothing to fetch, and nothing that could be listed.
package struct WebhookInbox: MailSource {
    private let name: InboxName
    private let settings: ChannelSettings
    private let secrets: SecretReader
    private let publicURL: String
    private let report: @Sendable (SourceEvent) -> Void

    /// - Parameter publicURL: where the desk is reached from outside, without a slash at its end.
    package init(
        name: InboxName,
        settings: ChannelSettings,
        secrets: SecretReader,
        publicURL: String,
        report: @escaping @Sendable (SourceEvent) -> Void
    ) {
        self.name = name
        self.settings = settings
        self.secrets = secrets
        self.publicURL = publicURL
        self.report = report
    }

    /// Waits for its end: the web server takes what comes.
    package func run() async {
        report(.reached)
        let (silence, _) = AsyncStream.makeStream(of: Never.self)
        for await _ in silence {}
    }

    package func listing() async throws -> MailboxListing {
        MailboxListing(inbox: name, mailbox: "", validity: 0, items: [])
    }

    /// Whether its keys can be had and are such keys; the sentence has the address to enter at the provider.
    package func probe() async throws -> String {
        if case .widget = settings.provider {
            return "to embed: <script src=\"\(publicURL)/widget/\(name).js\" async></script>"
        }
        _ = try LiveVerifier(settings, secrets: secrets)
        return "\(settings.provider.name) is expected at \(publicURL)/channels/\(name)"
    }
}
