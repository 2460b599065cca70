package import Foundation
import Logging
import Metrics
import Model
import Replies
import ServiceLifecycle
import Storage

/// Sees to it that customers hear of a delay from us first, of what was done early, and are asked whether a recovery
/// worked.
///
/// In charge of acting at the right time; what there is to do then is decided by `PromiseWatch` and `FollowUpWatch`. It
/// keeps nothing itself: whatever it did is in the store, so that a program that was stopped goes on where it was.
package struct PromiseKeeper: Service {
    let parts: KeeperParts

    package init(_ parts: KeeperParts) {
        self.parts = parts
    }

    package func run() async throws {
        await parts.keepGoing {
            let next = await keep()
            return .seconds(min(max(next.timeIntervalSince(parts.now()), 1), Self.longestWait))
        }
    }

    /// Commands in other processes make promises too, and nobody rings for them.
    private static let longestWait: TimeInterval = 60
    private static let most = 1_000

    /// One round: everything that is due. Returns when there is something to do again, as far as is known.
    @discardableResult
    package func keep() async -> Date {
        let at = parts.now()
        do {
            try await settleAlerts(at: at)
            try await warn(at: at)
            try await tellSuccesses(at: at)
            try await comeBack(at: at)
            return try await nextTime(after: at)
        } catch {
            if !Task.isCancelled { parts.logger.error("promises", metadata: ["error": "\(error)"]) }
            return at.addingTimeInterval(Self.longestWait)
        }
    }

    func inbox(_ name: InboxName) -> Inbox {
        parts.rules.value.inboxes[name] ?? Inbox(name: name, addresses: [])
    }

    // MARK: promises

    private func warn(at: Date) async throws {
        for promise in try await parts.store.breakOverdue(at: at) {
            Counter(label: "wavelength_promises_broken_total", dimensions: [("inbox", "\(promise.inbox)")]).increment()
            parts.logger.warning("promise broken", metadata: ["promise": "\(promise.id)", "owner": "\(promise.owner)"])
        }
        let open = try await parts.store.openPromises(dueBefore: nil, limit: Self.most)
        let late = open.filter { PromiseWatch(promise: $0, hours: inbox($0.inbox).hours).warning <= at }
        let broken = try await parts.store.untoldDelays(limit: Self.most)
        for promise in broken + late {
            await parts.attempt("promise \(promise.id)") { try await tell(of: promise, at: at) }
        }
    }

    private func tell(of promise: Promise, at: Date) async throws {
        let inbox = inbox(promise.inbox)
        let watch = PromiseWatch(promise: promise, hours: inbox.hours)
        guard let record = try await parts.store.conversation(promise.conversation) else { return }
        switch watch.step(in: record) {
        case .none:
            try await parts.store.clearAlert(.promiseAtRisk, subject: PromiseAlert.subject(promise))
        case .alert(let draft):
            let why = "Draft \(draft) of its conversation has to be decided first: say in it when it will be."
            try await parts.store.raise(PromiseAlert.alert(promise, why, zone: inbox.hours.zone, at: at))
        case .draft:
            try await queueNews(of: promise, watch, record, at: at)
        }
    }

    private func queueNews(
        of promise: Promise,
        _ watch: PromiseWatch,
        _ record: ConversationRecord,
        at: Date
    ) async throws {
        let inbox = inbox(promise.inbox)
        let term = await parts.occasions.term(promise.matter, inbox, at)
        let facts = OccasionFacts(
            .promiseLate(promise.id),
            matter: promise.matter,
            promise: promise,
            newDue: watch.newDay(term, from: at)
        )
        guard let last = record.lastWritten, let body = await parts.occasions.draft(facts, last, at) else {
            let why = "There is no template promise.late to tell the customer by: write to them."
            return try await parts.store.raise(PromiseAlert.alert(promise, why, zone: inbox.hours.zone, at: at))
        }
        guard case .done(let draft) = try await parts.store.queueDraft(body, in: promise.conversation, at: at) else {
            return
        }
        parts.logger.notice("news of a delay queued", metadata: ["promise": "\(promise.id)", "draft": "\(draft.id)"])
        try await parts.store.clearAlert(.promiseAtRisk, subject: PromiseAlert.subject(promise))
    }

    /// Looks again at every promise that an alert stands for: it may be done, or the draft in the way decided.
    private func settleAlerts(at: Date) async throws {
        for alert in try await parts.store.alerts() where alert.kind == .promiseAtRisk {
            guard let (conversation, id) = PromiseAlert.promise(in: alert.subject) else { continue }
            await parts.attempt(alert.subject) {
                let promise = try await parts.store.promises(in: conversation).first { $0.id == id }
                if let promise, promise.isOwed {
                    try await tell(of: promise, at: at)
                } else {
                    try await parts.store.clearAlert(.promiseAtRisk, subject: alert.subject)
                }
            }
        }
    }

    private func nextTime(after at: Date) async throws -> Date {
        let open = try await parts.store.openPromises(dueBefore: nil, limit: Self.most)
        let warnings = open.map { PromiseWatch(promise: $0, hours: inbox($0.inbox).hours).warning }
        let times = warnings + open.map(\.dueAt) + [try await nextFollowUp()].compactMap(\.self)
        // A promise breaks when its time has passed, not at it.
        return times.filter { $0 >= at }.min()?.addingTimeInterval(0.001) ?? at.addingTimeInterval(86_400)
    }
}
