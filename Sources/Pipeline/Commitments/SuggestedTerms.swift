import Foundation
import Model
import Storage
import Synchronization

/// What promises should give themselves, worked out anew now and then: every message that is drafted for asks.
final class SuggestedTerms: Sendable {
    private struct Key: Hashable {
        var inbox: InboxName
        /// nil for answers to whatever matter.
        var matter: String?
    }

    private struct Kept {
        var term: SuggestedTerm
        var until: Date
    }

    private let store: any Store
    private let kept = Mutex<[Key: Kept]>([:])

    /// Seconds for which a term is used.
    private static let keptFor: TimeInterval = 600
    private static let samples = 100

    init(store: any Store) {
        self.store = store
    }

    /// The configured one where the store does not answer.
    func term(for matter: String, in inbox: Inbox, at: Date) async -> SuggestedTerm {
        await term(Key(inbox: inbox.name, matter: matter), inbox, at: at) {
            try await store.promiseSpans(inbox: inbox.name, matter: matter, limit: Self.samples, at: at)
        }
    }

    /// How long an answer takes, whatever the matter.
    func answerTerm(in inbox: Inbox, at: Date) async -> SuggestedTerm {
        await term(Key(inbox: inbox.name, matter: nil), inbox, at: at) {
            try await store.answerSpans(inbox: inbox.name, limit: Self.samples)
        }
    }

    private func term(
        _ key: Key,
        _ inbox: Inbox,
        at: Date,
        spans: () async throws -> [DateInterval]
    ) async -> SuggestedTerm {
        if let known = kept.withLock({ $0[key] }), known.until > at { return known.term }
        let spans = try? await spans()
        let term = SuggestedTerm(durations: spans ?? [], hours: inbox.hours, usual: inbox.promises.usual)
        kept.withLock { $0[key] = Kept(term: term, until: at.addingTimeInterval(Self.keptFor)) }
        return term
    }
}
