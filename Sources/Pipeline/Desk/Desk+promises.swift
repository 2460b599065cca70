package import Model
import Storage

/// What came of telling that a promised thing is done.
package struct PromiseOutcome: Hashable, Sendable {
    package var promise: Promise
    /// The news of it for the customer; nil where it is none, or a draft is pending: `PromiseKeeper` drafts it once that
    /// is decided, as long as it is news.
    package var news: Draft?
}

extension Desk {
    /// The promised thing is done. Done early enough for the customer to notice, it queues a draft that tells them.
    package func markPromiseDone(_ id: Promise.ID, by user: String) async throws -> Decision<PromiseOutcome> {
        switch try await store.markDone(id, by: user, at: now()) {
        case .refused(let why): return .refused(why)
        case .done(let promise):
            let news = try await drafting.occasion.queueNews(of: promise, in: store, at: now())
            return .done(PromiseOutcome(promise: promise, news: news))
        }
    }

    /// The customer no longer wants it, or it was entered in error.
    package func withdraw(_ promise: Promise.ID, reason: String, by user: String) async throws -> Decision<Promise> {
        try await store.withdraw(promise, reason: reason, by: user, at: now())
    }
}
