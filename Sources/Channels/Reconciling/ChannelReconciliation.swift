import Chat
import Foundation
import Logging
package import Model
package import Storage

/// Asks a provider, once an hour, what it has for us, and holds that against what is here.
///
/// In charge of that a lost webhook is found: what the provider lists and the store does not have is fetched where that can
/// be, and people are told of what cannot. What is on its way at the first look gets some time before it counts.
package struct ChannelReconciliation: Sendable {
    /// Seconds between looks, and after a look that failed.
    static let interval: Duration = .seconds(3_600)
    static let pauseAfterFailure: Duration = .seconds(600)
    /// For what is on its way.
    static let grace: Duration = .seconds(60)

    let name: InboxName
    let settings: ChannelSettings
    /// Where the provider is to call us; nil where that is not known.
    let webhook: String?
    let parts: PollParts
    let custody: any TakingStore & AlertStore
    let brought: @Sendable (Int) -> Void
    private let found: @Sendable (Reconciled) -> Void
    let method: Method

    enum Method {
        case telegram(TelegramChannel.Mode)
        case twilio(TwilioChannel)
        case postmark
    }

    /// nil where the provider tells nothing of its messages, or nothing authorises the question.
    ///
    /// - Parameters:
    ///   - webhook: the public address of the channel's webhook, as the provider was given it; nil where it is not known.
    ///   - brought: told how many deliveries were fetched.
    ///   - found: told what each look found.
    package init?(
        name: InboxName,
        settings: ChannelSettings,
        webhook: String?,
        parts: PollParts,
        custody: any TakingStore & AlertStore,
        brought: @escaping @Sendable (Int) -> Void,
        found: @escaping @Sendable (Reconciled) -> Void = { _ in }
    ) {
        switch settings.provider {
        case .telegram(let channel) where settings.token != nil: method = .telegram(channel.mode)
        case .twilio(let channel) where settings.authority != nil: method = .twilio(channel)
        case .postmark where settings.token != nil: method = .postmark
        default: return nil
        }
        self.name = name
        self.settings = settings
        self.webhook = webhook
        self.parts = parts
        self.custody = custody
        self.brought = brought
        self.found = found
    }

    /// Looks now and then every hour, until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            await parts.rest(await lookAndTell() ? Self.interval : Self.pauseAfterFailure)
        }
    }

    /// One look. Throws a `ChannelError` or `StoreError`; what was fetched until then is kept.
    package func reconcile() async throws -> Reconciled {
        try await inOurWords {
            switch method {
            case .telegram(let mode): try await reconcileTelegram(mode)
            case .twilio(let channel): try await reconcileTwilio(channel)
            case .postmark: try await reconcilePostmark()
            }
        }
    }

    func inOurWords<Value>(_ ask: () async throws -> Value) async throws -> Value {
        do {
            return try await ask()
        } catch let error as AskError {
            throw ChannelError(error)
        } catch let error as ReplyError {
            throw ChannelError(error)
        }
    }

    /// Whether there was an answer.
    private func lookAndTell() async -> Bool {
        do {
            let result = try await reconcile()
            parts.logger.info("reconciled", metadata: ["found": "\(result.sentence)", "gap": "\(result.gap)"])
            found(result)
            try await tell(result.isAlarming ? result.sentence : nil)
            return true
        } catch {
            guard !Task.isCancelled else { return false }
            let trouble = SourceTrouble(error)
            parts.logger.warning("not reconciled", metadata: ["error": "\(trouble.sentence)"])
            // What passes by itself is tried again; what does not would leave the gap unknown for ever.
            if trouble.needsPerson { try? await tell(trouble.sentence) }
            return false
        }
    }

    private func tell(_ sentence: String?) async throws {
        guard let sentence else { return try await custody.clearAlert(.deliveriesMissing, subject: name.rawValue) }
        parts.logger.error(
            "alert",
            metadata: ["inbox": "\(name)", "kind": "deliveries-missing", "text": "\(sentence)"]
        )
        let text = "Not every message for \(name) may be here. \(sentence)"
        try await custody.raise(Alert(kind: .deliveriesMissing, subject: name.rawValue, text: text, since: parts.now()))
    }

    /// The answer to a question as JSON.
    func json(of request: APIRequest, at address: APIAddress, provider: String) async throws -> JSONValue {
        let answer: APIAnswer
        do {
            answer = try await parts.exchange.answer(to: request, at: address, sizeLimit: Self.largestAnswer)
        } catch {
            throw ChannelError(error, from: address.description)
        }
        let json = answer.body.flatMap { try? JSONValue(parsing: $0) }
        let said = json?["message"]?.text ?? json?["Message"]?.text
        try answer.requireSuccess(from: provider, said: said, secretKey: settings.authorityKey, at: parts.now())
        guard let json else { throw AskError(.nonsense, "\(provider) answered with no JSON.") }
        return json
    }

    private static let largestAnswer = 8 << 20
}
