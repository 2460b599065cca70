package import Model

/// Why a text got the label that it got, in sums that add up exactly.
package struct ScoreExplanation: Hashable, Sendable {
    /// A label and what makes its score: `score` is `base` and the weights of the parts, added up in any order.
    package struct Side: Hashable, Sendable {
        package let label: String
        package let base: Double
        /// In the order of the text.
        package let parts: [Evidence]
        package let score: Double
    }

    /// What one keyword at one place does for the winner against the runner-up.
    package struct Difference: Hashable, Sendable {
        package let keyword: String
        package let start: Int
        package let end: Int
        /// Its parts in the two scores.
        package let winner: Double
        package let runnerUp: Double

        package var lead: Double { winner - runnerUp }
    }

    package let winner: Side
    package let runnerUp: Side?
    /// What most made the winner win first; with the difference of the bases they sum to the lead exactly.
    package let differences: [Difference]
    /// The share of the words, by how rare they are, that the examples know; nil in a language without examples.
    package let coverage: Double?
    /// Where words stand that no example has, nor any word like them; in Unicode scalars of the text.
    package let unknownWords: [Range<Int>]
    package let removal: WordRemoval?
    package let weightChange: WeightChange?

    package var lead: Double { winner.score - (runnerUp?.score ?? 0) }
}

/// The fewest words without which another label would have won.
package struct WordRemoval: Hashable, Sendable {
    /// All places where the words stand, in the order of the text; in Unicode scalars of it.
    package let places: [Range<Int>]
    /// How many different words these are.
    package let words: Int
    /// Which label would have won; nil where none would.
    package let winner: String?
}

/// The change to one weight of the winner by which the runner-up would have won.
package struct WeightChange: Hashable, Sendable {
    package let label: String
    package let keyword: String
    package let weight: Double
    package let needed: Double
}
