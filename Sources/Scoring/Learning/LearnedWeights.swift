/// Weights learned from examples, in a form that can be written to a file, read, edited, and scored by again with the
/// same results to the bit.
///
/// Weights are on the scale of hand-set ones, of which 2 is a fair hint and 5 decisive. A learned score is
/// `base + Σ value × weight` over the phrases of a message, where the values of a message's phrases make a vector of
/// length 1. It is five times the margin of a classifier that pulls a label's own messages to 2 and all others to 0:
/// 0 where nothing speaks for the label, 5 on the border, 10 where it is plain.
///
/// Each language has its own words and weights; labels are the same in all. A message in a language without examples
/// is scored by hand-set weights alone.
package struct LearnedWeights: Hashable, Sendable {
    /// By ISO 639 code.
    package var languages: [String: LanguageWeights]

    package init(languages: [String: LanguageWeights] = [:]) {
        self.languages = languages
    }

    /// How much a margin of 1 is on the scale of hand-set weights.
    static let scale = 5.0

    /// How many weights there are that are not 0, bases not counted.
    package var count: Int {
        languages.values.reduce(0) { $0 + $1.labels.reduce(0) { $0 + $1.weights.count } }
    }
}

/// What was learned from the examples of one language.
package struct LanguageWeights: Hashable, Sendable {
    /// Sorted by id.
    package var labels: [LearnedLabel]
    /// How many examples there were.
    package var examples: Int
    /// In how many examples each phrase stands: how rare it is decides its value. Every single word of the examples is
    /// here under its most frequent form, and every pair of neighbours that some label has a weight for.
    package var phrases: [String: Int]
    /// In how many examples each written form stands, from 2 on: what misspelt words are mended to.
    package var words: [String: Int]
    /// The length of all pairs of a message against that of its single words.
    package var pairShare: Double
    package var calibration: Calibration

    package init(
        labels: [LearnedLabel],
        examples: Int,
        phrases: [String: Int],
        words: [String: Int],
        pairShare: Double,
        calibration: Calibration
    ) {
        self.labels = labels
        self.examples = examples
        self.phrases = phrases
        self.words = words
        self.pairShare = pairShare
        self.calibration = calibration
    }
}

/// The learned weights of one label in one language.
package struct LearnedLabel: Hashable, Sendable {
    package var id: String
    /// How many examples of it there were: hand-set weights fade by it.
    package var examples: Int
    /// What a message has for it before any word is looked at; a multiple of 0.01, mostly small and negative.
    package var base: Double
    /// By phrase, one or two words as they are written most often, with `<start>` and `<end>` for the ends of the text
    /// and `<number>` and the like for classes; multiples of 0.01.
    package var weights: [String: Double]

    package init(id: String, examples: Int, base: Double, weights: [String: Double]) {
        self.id = id
        self.examples = examples
        self.base = base
        self.weights = weights
    }
}
