import Foundation
import Model

extension LanguageScorer {
    func rank(_ text: TokenizedText, abstention: Abstention) -> Ranking {
        let scored = scored(text)
        guard let best = scored.best, scored.score(best) > 0, hasEvidence(scored) else {
            return Ranking(intents: [], abstained: true)
        }
        let confidence = confidence(scored, best)
        let listed = listing(scored).map { label in
            ScoredIntent(
                intent: labels[label],
                score: scored.score(label),
                base: base(label),
                confidence: confidence(label),
                evidence: evidence(scored, for: label)
            )
        }
        return Ranking(intents: listed, abstained: abstains(scored, best, confidence(best), abstention))
    }

    private func hasEvidence(_ scored: Scored) -> Bool {
        !scored.read.hits.isEmpty || !scored.found.isEmpty
    }

    /// The best labels, of those that more speaks for than against.
    private func listing(_ scored: Scored) -> [Int] {
        var listed: [Int] = []
        for label in scored.units.indices where scored.units[label] > 0 {
            let place = listed.firstIndex { scored.units[label] > scored.units[$0] } ?? listed.count
            guard place < IntentScorer.mostListed else { continue }
            listed.insert(label, at: place)
            if listed.count > IntentScorer.mostListed { listed.removeLast() }
        }
        return listed
    }

    /// The best label has the chance that it is right; the others share the rest as the softmax of their scores says.
    private func confidence(_ scored: Scored, _ best: Int) -> (Int) -> Double {
        let top = scored.score(best)
        let share = { exp((scored.score($0) - top) / model.calibration.temperature) }
        let total = scored.units.indices.reduce(0) { $0 + share($1) }
        let lead = top - (scored.second.map(scored.score) ?? 0)
        let measured = model.calibration.logistic?.chance(score: top, lead: lead)
        let first = min(measured ?? 1 / total, model.calibration.mostConfidence)
        let others = max(total - 1, .leastNormalMagnitude)
        return { $0 == best ? first : min(first, (1 - first) * share($0) / others) }
    }

    private func abstains(_ scored: Scored, _ best: Int, _ confidence: Double, _ abstention: Abstention) -> Bool {
        guard let least = model.calibration.leastLikeness, model.calibration.logistic != nil else {
            return abstention.abstains(top: scored.score(best), second: scored.second.map(scored.score))
        }
        return scored.likeness < least || confidence < abstention.minimumConfidence
    }
}
