package import Foundation
package import Model

/// A draft as a person sees it before deciding: what the charter says, what it would commit us to, and what keeps it from
/// being released.
package struct DraftReview: Hashable, Sendable {
    package var draft: Draft
    /// Findings in the order of their spans, the score, and where each ask is answered.
    package var report: CharterReport
    /// What the spans of the findings are in: the draft as the customer will read it.
    package var checkedText: String
    /// Empty where it promises nothing, or nobody has said yet what.
    package var promises: [PromiseInWords]
    /// What may be put into its slots of goodwill, with what is in the way for this person.
    package var offers: [OfferStanding]
    /// The limits that it names, those that are over included.
    package var limits: [LimitStanding]
    /// By matter: what is realistic to promise now.
    package var suggestedDays: [String: CalendarDay]
    /// Everything that keeps this person from releasing it as it stands; empty where one click sends it.
    package var obstacles: [Refusal]
    /// Who released this version first, where two people have to.
    package var firstRelease: String?
    /// What somebody with more authority was asked, and has not answered.
    package var question: SeniorQuestion?
    /// How it would go out in a chat; nil for mail.
    package var chat: ChatOutlook?
}

/// A question to somebody with more authority.
package struct SeniorQuestion: Hashable, Sendable {
    /// A user's name.
    package var by: String
    package var text: String
}

/// A promise of a draft, as if it were made now.
package struct PromiseInWords: Hashable, Sendable {
    package var what: String
    package var owner: String
    /// nil where it is still to be filled in, or has passed.
    package var due: Date?
    /// `Tue 24 Nov 2026, 17:00`, in the inbox's zone; says what is missing where there is no due time.
    package var dueText: String
}

/// A limit that a draft names.
package struct LimitStanding: Hashable, Sendable {
    package var id: String
    /// nil where its file no longer holds it.
    package var limit: Limit?
    package var isInForce: Bool
}
