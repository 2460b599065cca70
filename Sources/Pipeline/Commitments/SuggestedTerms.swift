import Foundation
import Model
import Storage
import Synchronization

/// What promises should give themselves, worked out anew now and then: every message that is drafted for asks.
final class SuggestedTerms: Sendable {
    private struct Key: Hashable {
        var inbox: InboxName
        var matter: String
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
        let key = Key(inbox: inbox.name, matter: matter)
        if let known = kept.withLock({ $0[key] }), known.until > at { return known.term }
        let spans = try? await store.promiseSpans(inbox: inbox.name, matter: matter, limit: Self.samples, at: at)
        let term = SuggestedTerm(durations: spans ?? [], hours: inbox.hours, usual: inbox.promises.usual)
        kept.withLock { $0[key] = Kept(term: term, until: at.addingTimeInterval(Self.keptFor)) }
        return term
    }
}
