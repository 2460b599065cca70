import Foundation
import Logging
import Model
import Replies
import ServiceLifecycle
import Storage

/// Tells everybody who was told of a limit when it is over, and people here when one has run out.
///
/// Limits that their file no longer names are in the store, with what was told of them, so that a program that was stopped
/// goes on where it was.
package struct LimitKeeper: Service {
    private let parts: KeeperParts

    package init(_ parts: KeeperParts) {
        self.parts = parts
    }

    package func run() async throws {
        await parts.keepGoing {
            await keep()
            return Self.pause
        }
    }

    /// A limit runs out with its day, and a draft in the way of good news is decided any time.
    private static let pause = Duration.seconds(60)

    /// One round.
    package func keep() async {
        let (rules, at) = (parts.rules.value, parts.now())
        let watch = LimitWatch(limits: rules.limits, today: rules.today(at: at))
        await parts.attempt("limits") {
            let ended = try await parts.store.noteLimits(inForce: watch.standing, ended: watch.ended, at: at)
            for id in ended { parts.logger.notice("limit ended", metadata: ["limit": "\(id)"]) }
            try await settle(watch.alerts(at: at))
            for limit in try await parts.store.untoldEndings() { try await tell(of: limit, at: at) }
        }
    }

    /// Raises what is to be raised and clears what no longer holds.
    private func settle(_ alerts: [Alert]) async throws {
        let standing = try await parts.store.alerts().filter { $0.kind == .limitExpired }
        for old in standing where !alerts.contains(where: { $0.subject == old.subject }) {
            try await parts.store.clearAlert(.limitExpired, subject: old.subject)
        }
        for alert in alerts where !standing.contains(where: { $0.subject == alert.subject && $0.text == alert.text }) {
            try await parts.store.raise(alert)
        }
    }

    private func tell(of limit: Limit, at: Date) async throws {
        for conversation in try await parts.store.toldOfLimit(limit.id) {
            await parts.attempt("limit \(limit.id), conversation \(conversation)") {
                try await queueNews(of: limit, in: conversation, at: at)
            }
        }
    }

    /// Where a draft is pending the good news waits for the next round.
    private func queueNews(of limit: Limit, in conversation: Conversation.ID, at: Date) async throws {
        guard let record = try await parts.store.conversation(conversation), let last = record.lastWritten,
            !record.drafts.contains(where: { $0.state == .pending })
        else { return }
        let facts = OccasionFacts(.limitEnded(limit.id), limit: limit)
        guard let body = await parts.occasions.draft(facts, last, at) else {
            parts.logger.warning("no template limit.ended", metadata: ["conversation": "\(conversation)"])
            return
        }
        _ = try await parts.store.queueDraft(body, in: conversation, at: at)
    }
}
