import Model

/// The outcome of scoring a text, without its evidence.
package struct Judgement: Hashable, Sendable {
    /// The best labels, at most three, best first; empty where nothing is known of the text.
    package let best: [String]
    /// Of the first, 0 to 1.
    package let confidence: Double
    /// How surely the text belongs to some label at all: the best score, less where few of its words are known.
    package let likeness: Double
    package let abstained: Bool
}

extension IntentScorer {
    /// What `rank` decides, several times faster. nil in a language without examples.
    package func judge(_ text: TokenizedText) -> Judgement? {
        scorer(for: text.language).map { $0.judge(find(text), abstention: abstention) }
    }
}

extension IntentScorer {
    /// The label that `rank` puts first, where it does not abstain.
    package func clearIntent(of found: FoundKeywords) -> String? {
        if let scorer = scorer(for: found.text.text.language) {
            return scorer.clearIntent(of: found, abstention: abstention)
        }
        let best = found.bestTwo(of: 0)
        let abstains = abstention.abstains(top: best.first?.sum, second: best.dropFirst().first?.sum)
        return abstains ? nil : best.first?.label
    }
}

extension LanguageScorer {
    fileprivate func clearIntent(of found: FoundKeywords, abstention: Abstention) -> String? {
        let scored = scored(found)
        guard let best = scored.best, scored.score(best) > 0, hasEvidence(scored) else { return nil }
        return abstains(scored, best, confidence(scored, best)(best), abstention) ? nil : labels[best]
    }

    func judge(_ found: FoundKeywords, abstention: Abstention) -> Judgement {
        let scored = scored(found)
        guard let best = scored.best, hasEvidence(scored) else {
            return Judgement(best: [], confidence: 0, likeness: 0, abstained: true)
        }
        let confidence = confidence(scored, best)(best)
        return Judgement(
            best: listing(scored, most: 3, above: .min).map { labels[$0] },
            confidence: confidence,
            likeness: scored.likeness,
            abstained: abstains(scored, best, confidence, abstention)
        )
    }
}
