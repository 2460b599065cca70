package import Model

/// An inbox that is called by its senders: there is nothing to fetch, and nothing that could be listed. In charge of that a
/// key that cannot be had, without which what they send is put off, is told of until it is there.
package struct WebhookInbox: MailSource {
    private let name: InboxName
    private let settings: ChannelSettings
    private let secrets: SecretReader
    private let publicURL: String
    private let pause: Duration
    private let report: @Sendable (SourceEvent) -> Void

    /// - Parameters:
    ///   - publicURL: where the desk is reached from outside, without a slash at its end.
    ///   - pause: between two looks at the keys.
    package init(
        name: InboxName,
        settings: ChannelSettings,
        secrets: SecretReader,
        publicURL: String,
        pause: Duration = .seconds(10),
        report: @escaping @Sendable (SourceEvent) -> Void
    ) {
        self.name = name
        self.settings = settings
        self.secrets = secrets
        self.publicURL = publicURL
        self.pause = pause
        self.report = report
    }

    /// Looks at the keys until its end: the web server takes what comes.
    package func run() async {
        let verifier = LiveVerifier(settings, secrets: secrets)
        repeat {
            let fault = verifier.fault()
            report(fault.map { .unreached($0.sentence, needsPerson: true) } ?? .reached)
        } while (try? await Task.sleep(for: pause)) != nil
    }

    package func listing() async throws -> MailboxListing {
        MailboxListing(inbox: name, mailbox: "", validity: 0, items: [])
    }

    /// Whether its keys can be had and are such keys; the sentence has the address to enter at the provider.
    package func probe() async throws -> String {
        if case .widget = settings.provider {
            return "to embed: <script src=\"\(publicURL)/widget/\(name).js\" async></script>"
        }
        if let fault = LiveVerifier(settings, secrets: secrets).fault() { throw fault }
        return "\(settings.provider.name) is expected at \(publicURL)\(settings.webhookPath(of: name))"
    }
}
