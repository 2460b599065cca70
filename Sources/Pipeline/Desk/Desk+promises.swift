package import Model
import Replies
import Storage

/// What came of telling that a promised thing is done.
package struct PromiseOutcome: Hashable, Sendable {
    package var promise: Promise
    /// The news of it for the customer; nil where it is none, or a draft is pending already that can carry it.
    package var news: Draft?
}

extension Desk {
    /// The promised thing is done. Done early enough for the customer to notice, it queues a draft that tells them.
    package func markPromiseDone(_ id: Promise.ID, by user: String) async throws -> Decision<PromiseOutcome> {
        switch try await store.markDone(id, by: user, at: now()) {
        case .refused(let why): return .refused(why)
        case .done(let promise): return .done(PromiseOutcome(promise: promise, news: try await goodNews(of: promise)))
        }
    }

    /// The customer no longer wants it, or it was entered in error.
    package func withdraw(_ promise: Promise.ID, reason: String, by user: String) async throws -> Decision<Promise> {
        try await store.withdraw(promise, reason: reason, by: user, at: now())
    }

    /// A reply that was promised is its own news.
    private func goodNews(of promise: Promise) async throws -> Draft? {
        guard promise.state == .beaten, promise.fulfilment == .deed,
            let record = try await store.conversation(promise.conversation), let last = record.lastWritten
        else { return nil }
        let facts = OccasionFacts(.promiseEarly(promise.id), matter: promise.matter, promise: promise)
        guard let body = await drafting.occasion.draft(facts, last, now()) else { return nil }
        guard case .done(let draft) = try await store.queueDraft(body, in: promise.conversation, at: now()) else {
            return nil
        }
        return draft
    }
}
