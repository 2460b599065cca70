package import Foundation
package import Model
package import Replies

/// Drafts for what the customer did not write about, and what to promise in them.
package struct Occasions: Sendable {
    /// The draft for an occasion in a conversation, given its last message; nil where there is no template for it.
    var draft: @Sendable (OccasionFacts, Message, Date) async -> DraftBody?
    /// How much time a promise in a matter should give itself.
    var term: @Sendable (String, Inbox, Date) async -> SuggestedTerm

    package init(
        draft: @escaping @Sendable (OccasionFacts, Message, Date) async -> DraftBody?,
        term: @escaping @Sendable (String, Inbox, Date) async -> SuggestedTerm
    ) {
        self.draft = draft
        self.term = term
    }

    package init(_ live: LivePreparation, _ circumstances: Circumstances) {
        self.init(
            draft: { await live.value.draft(for: $0, $1, circumstances, at: $2) },
            term: { await circumstances.term(for: $0, in: $1, at: $2) }
        )
    }
}
