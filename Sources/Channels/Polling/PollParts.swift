package import Curl
package import Foundation
package import Logging
import Model
package import Storage

/// What every source needs that asks over HTTP.
package struct PollParts: Sendable {
    let exchange: AskExchange
    let secrets: SecretReader
    let store: any DeliveryStore
    let backoff: Backoff
    let now: @Sendable () -> Date
    let jitter: @Sendable () -> Double
    let rest: @Sendable (Duration) async -> Void
    let logger: Logger

    /// - Parameters:
    ///   - rest: waits that long, or until the task is cancelled.
    ///   - answerTime: for an answer to begin and to be read, beside the time that a server may take its time by rule.
    package init(
        reactor: Reactor,
        secrets: SecretReader,
        store: any DeliveryStore,
        backoff: Backoff = Backoff(),
        answerTime: Duration = .seconds(30),
        now: @escaping @Sendable () -> Date,
        jitter: @escaping @Sendable () -> Double,
        rest: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) },
        logger: Logger
    ) {
        exchange = AskExchange(reactor: reactor, answerTime: answerTime)
        self.secrets = secrets
        self.store = store
        self.backoff = backoff
        self.now = now
        self.jitter = jitter
        self.rest = rest
        self.logger = logger
    }

    /// Makes what a page brought durable together with the cursor. Whether it was new.
    func keep(_ page: NewDelivery?, advancing cursor: ChannelCursor?) async throws -> Bool {
        let deliveries = page.map { [$0] } ?? []
        let accepted = try await store.accept(deliveries, advancing: cursor, at: now())
        return accepted.contains { if case .new = $0 { true } else { false } }
    }
}
