import Foundation
package import Model

/// When a ranking is clear enough to act on, and how sure it is of itself.
///
/// The defaults are made for hand-set weights, of which 2 is a fair hint and 5 decisive.
package struct Abstention: Hashable, Sendable {
    /// Scores are divided by it before the softmax; smaller is surer of itself. Above 0.
    package var temperature: Double
    /// A top score below it is not clear: one weak hint is not enough to draft for.
    package var minimumScore: Double
    /// A lead over the second label below it is not clear.
    package var minimumMargin: Double
    /// Where confidence was measured on examples, it alone decides, and a confidence below this is not clear.
    package var minimumConfidence: Double

    package init(
        temperature: Double = 0.6,
        minimumScore: Double = 2,
        minimumMargin: Double = 0.5,
        minimumConfidence: Double = 0.5
    ) {
        self.temperature = temperature
        self.minimumScore = minimumScore
        self.minimumMargin = minimumMargin
        self.minimumConfidence = minimumConfidence
    }

    /// Whether no label is clear. A missing second counts as 0.
    package func abstains(top: Double?, second: Double?) -> Bool {
        guard let top else { return true }
        return top < minimumScore || top - max(second ?? 0, 0) < minimumMargin
    }
}

/// Labels in order, with a share of confidence each.
package struct Ranking: Hashable, Sendable {
    /// Best first; only labels for which more speaks than against them.
    package let intents: [ScoredIntent]
    package let abstained: Bool

    package init(intents: [ScoredIntent], abstained: Bool) {
        self.intents = intents
        self.abstained = abstained
    }
}

extension Ranking {
    /// Weighs each label against all others, those that nothing speaks for included.
    /// - Parameters:
    ///   - scores: those of labels of which something was found, highest first.
    ///   - labels: how many there are.
    init(_ scores: [LabelScore], of labels: Int, abstention: Abstention) {
        let positive = scores.filter { $0.score > 0 }
        // The top is taken off before the exponential, which so cannot overflow.
        let top = max(positive.first?.score ?? 0, 0)
        let share = { exp(($0 - top) / abstention.temperature) }
        let silent = Double(labels - scores.count) * share(0)
        let total = scores.reduce(silent) { $0 + share($1.score) }
        intents = positive.map {
            ScoredIntent(intent: $0.label, score: $0.score, confidence: share($0.score) / total, evidence: $0.evidence)
        }
        abstained = abstention.abstains(top: positive.first?.score, second: positive.dropFirst().first?.score)
    }
}

extension LexiconMatcher {
    /// Scores a text and weighs each label against all others of the lexicon, those that nothing speaks for included.
    package func rank(_ text: String, language: String, abstention: Abstention) -> Ranking {
        rank(TokenizedText(text, language: language), abstention: abstention)
    }

    /// The same for a text that has been tokenised already, in its language.
    package func rank(_ text: TokenizedText, abstention: Abstention) -> Ranking {
        Ranking(score(text), of: labels.count, abstention: abstention)
    }
}
