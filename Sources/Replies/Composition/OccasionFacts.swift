package import Model

/// Why a draft is made although the customer has not written, with what it has to tell.
package struct OccasionFacts: Hashable, Sendable {
    package var occasion: Occasion
    /// The intent that it belongs to; empty for the last message's own.
    package var matter: String
    /// The promise that is late or early, in the words that it was made with.
    package var promise: Promise?
    /// The day that a late promise is put off to; nil where a person has to say.
    package var newDue: CalendarDay?
    /// The limit that ended.
    package var limit: Limit?

    package init(
        _ occasion: Occasion,
        matter: String = "",
        promise: Promise? = nil,
        newDue: CalendarDay? = nil,
        limit: Limit? = nil
    ) {
        self.occasion = occasion
        self.matter = matter
        self.promise = promise
        self.newDue = newDue
        self.limit = limit
    }
}
