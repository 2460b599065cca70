import Chat
package import Model
package import Storage

/// Tries one channel, for `wavelength check`: whether its messages come in, what the provider lists, and whether its replies
/// can go out. Changes nothing anywhere.
package struct ChannelCheck: Sendable {
    /// One thing that was tried.
    package struct Finding: Sendable {
        package enum Subject: String, Sendable {
            /// The way in: whether the keys can be had, or what is polled answers.
            case incoming = "in"
            /// What the provider says of its messages for us.
            case listing = "list"
            /// The way of replies.
            case outgoing = "out"
        }

        package var subject: Subject
        /// What was found, or what is wrong, each in a sentence.
        package var result: Result<String, any Error>
    }

    private let source: any MailSource
    private let reconciliation: ChannelReconciliation?
    /// Why there is none to ask; nil too where replies are not the channel's own matter.
    private let noReplies: String?
    private let sender: ChatSender?

    /// - Parameters:
    ///   - publicURL: where the desk is reached from outside, without a slash at its end.
    ///   - isReachable: whether the configuration says so, rather than that it is only how this machine reaches it.
    package init(
        _ settings: ChannelSettings,
        named name: InboxName,
        publicURL: String,
        isReachable: Bool,
        parts: PollParts,
        custody: any TakingStore & AlertStore
    ) {
        source = settings.source(named: name, publicURL: publicURL, parts: parts, report: { _ in })
        reconciliation = ChannelReconciliation(
            name: name,
            settings: settings,
            webhook: isReachable ? "\(publicURL)/channels/\(name)" : nil,
            parts: parts,
            custody: custody,
            brought: { _ in }
        )
        noReplies = settings.noReplies
        sender =
            settings.sendsReplies
            ? ChatSender(settings: settings, reactor: parts.exchange.reactor, secrets: parts.secrets, now: parts.now)
            : nil
    }

    package func findings() async -> [Finding] {
        var findings = [Finding(subject: .incoming, result: await result(source.probe))]
        if let reconciliation {
            switch await result(reconciliation.probe) {
            case .success(let found?): findings.append(Finding(subject: .listing, result: .success(found)))
            case .success(nil): break
            case .failure(let error): findings.append(Finding(subject: .listing, result: .failure(error)))
            }
        }
        if let noReplies { findings.append(Finding(subject: .outgoing, result: .success(noReplies))) }
        if let sender { findings.append(Finding(subject: .outgoing, result: await result(sender.probe))) }
        return findings
    }

    private func result<Value: Sendable>(_ probe: () async throws -> Value) async -> Result<Value, any Error> {
        do { return .success(try await probe()) } catch { return .failure(error) }
    }
}
