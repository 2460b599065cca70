package import Foundation
package import Logging
import Model
import Replies
import ServiceLifecycle
package import Storage
import Synchronization

/// Tells everybody who was told of a limit when it is over, and people here when one has run out.
package final class LimitKeeper: Service {
    private let store: any Store
    private let rules: LiveRules
    private let occasions: Occasions
    private let bell: Bell
    private let now: @Sendable () -> Date
    private let logger: Logger
    private let memory = Mutex(Memory())

    /// What the files no longer say.
    private struct Memory {
        /// Every limit that was seen, so that one that is taken out of its file can still be named.
        var known: [String: Limit] = [:]
        /// Taken out of the file, which counts as ended.
        var gone: Set<String> = []
    }

    /// - Parameter bell: rung when the rules changed.
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

    package func run() async throws {
        await withGracefulShutdownHandler {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                await keep()
                await bell.wait(atMost: Self.pause)
            }
        } onGracefulShutdown: { [bell] in
            bell.ring()
        }
    }

    /// A limit runs out with its day, and a draft in the way of good news is decided any time.
    private static let pause = Duration.seconds(60)

    /// One round.
    package func keep() async {
        do {
            let (rules, at) = (rules.value, now())
            let watch = LimitWatch(limits: rules.limits, today: rules.today(at: at))
            let ended = try await store.noteLimits(inForce: watch.standing, ended: watch.ended, at: at)
            for id in ended { logger.notice("limit ended", metadata: ["limit": "\(id)"]) }
            remember(rules.limits, newlyEnded: ended)
            try await settle(watch.alerts(at: at))
            for (id, limit) in over(watch) { try await tell(of: id, limit, at: at) }
        } catch {
            if !Task.isCancelled { logger.error("limits", metadata: ["error": "\(error)"]) }
        }
    }

    private func remember(_ limits: [Limit], newlyEnded: [String]) {
        memory.withLock { memory in
            for limit in limits { memory.known[limit.id] = limit }
            memory.gone.formUnion(newlyEnded)
            memory.gone.subtract(limits.map(\.id))
        }
    }

    private func over(_ watch: LimitWatch) -> [(id: String, limit: Limit?)] {
        memory.withLock { memory in
            (watch.ended + memory.gone.sorted()).map { ($0, memory.known[$0]) }
        }
    }

    /// Raises what is to be raised and clears what no longer holds.
    private func settle(_ alerts: [Alert]) async throws {
        let standing = try await store.alerts().filter { $0.kind == .limitExpired }
        for old in standing where !alerts.contains(where: { $0.subject == old.subject }) {
            try await store.clearAlert(.limitExpired, subject: old.subject)
        }
        for alert in alerts where !standing.contains(where: { $0.subject == alert.subject && $0.text == alert.text }) {
            try await store.raise(alert)
        }
    }

    /// Where a draft is pending the good news waits for the next round.
    private func tell(of id: String, _ limit: Limit?, at: Date) async throws {
        for conversation in try await store.toldOfLimit(id) {
            guard let record = try await store.conversation(conversation), let last = record.lastWritten,
                !record.drafts.contains(where: { $0.state == .pending })
            else { continue }
            let facts = OccasionFacts(.limitEnded(id), limit: limit)
            guard let body = await occasions.draft(facts, last, at) else {
                logger.warning("no template limit.ended", metadata: ["conversation": "\(conversation)"])
                continue
            }
            _ = try await store.queueDraft(body, in: conversation, at: at)
        }
    }
}
