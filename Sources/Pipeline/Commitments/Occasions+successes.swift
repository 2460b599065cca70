import Foundation
import Model
import Replies
import Storage

extension Occasions {
    /// Queues the news that something promised was done early; nil where it is none, a draft is pending, or there is no
    /// template for it. A reply that was promised is its own news.
    func queueNews(of promise: Promise, in store: any Store, at: Date) async throws -> Draft? {
        guard promise.state == .beaten, promise.fulfilment == .deed,
            let record = try await store.conversation(promise.conversation), let last = record.lastWritten,
            !record.drafts.contains(where: { $0.state == .pending })
        else { return nil }
        let facts = OccasionFacts(.promiseEarly(promise.id), matter: promise.matter, promise: promise)
        guard let body = await draft(facts, last, at),
            case .done(let draft) = try await store.queueDraft(body, in: promise.conversation, at: at)
        else { return nil }
        return draft
    }
}
