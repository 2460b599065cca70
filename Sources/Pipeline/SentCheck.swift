package import Foundation
package import Logging
package import Model
import ServiceLifecycle
package import Storage

/// Settles uncertain mail where the Sent mailbox knows: some relays put a copy of what they took there themselves.
///
/// It only ever finds that a mail *was* sent. Where nothing is found, a person decides.
package struct SentCheck: Service {
    private let store: any Store
    private let isSent: @Sendable (OutgoingMail) async throws -> Bool
    private let pause: Duration
    private let now: @Sendable () -> Date
    private let logger: Logger

    /// - Parameter isSent: asks the Sent mailbox of the mail's inbox; false where there is none to ask.
    package init(
        store: any Store,
        isSent: @escaping @Sendable (OutgoingMail) async throws -> Bool,
        pause: Duration = .seconds(60),
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.store = store
        self.isSent = isSent
        self.pause = pause
        self.now = now
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await look()
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// One round over everything uncertain. Returns what was settled.
    @discardableResult
    package func look() async -> [OutgoingMail.ID] {
        var settled: [OutgoingMail.ID] = []
        do {
            for mail in try await store.outgoing(in: .uncertain, limit: 100) where try await isSent(mail) {
                _ = try await store.resolve(mail.id, delivered: true, by: "wavelength", at: now())
                settled.append(mail.id)
            }
        } catch {
            logger.info("the Sent mailbox could not be asked", metadata: ["error": "\(error)"])
        }
        return settled
    }
}
