package import Foundation
package import Logging
import ServiceLifecycle
package import Storage

/// What every keeper works with.
package struct KeeperParts: Sendable {
    let store: any Store
    let rules: LiveRules
    let occasions: Occasions
    private let bell: Bell
    let now: @Sendable () -> Date
    let logger: Logger

    /// - Parameter bell: rung when there may be something to do before its time.
    package init(
        store: any Store,
        rules: LiveRules,
        occasions: Occasions,
        bell: Bell,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.store = store
        self.rules = rules
        self.occasions = occasions
        self.bell = bell
        self.now = now
        self.logger = logger
    }

    /// Does rounds until the program stops: whenever the bell rings, and after the time that a round returns, for which
    /// there is nothing to do as far as it knows.
    func keepGoing(_ round: @Sendable () async -> Duration) async {
        await withGracefulShutdownHandler {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                let pause = await round()
                await bell.wait(atMost: pause)
            }
        } onGracefulShutdown: { [bell] in
            bell.ring()
        }
    }

    /// One thing that makes trouble keeps no other waiting.
    func attempt(_ what: String, _ action: () async throws -> Void) async {
        do {
            try await action()
        } catch {
            if !Task.isCancelled { logger.error("keeping", metadata: ["what": "\(what)", "error": "\(error)"]) }
        }
    }
}
