import Foundation
import Model

extension LanguageScorer {
    func rank(_ found: FoundKeywords, abstention: Abstention) -> Ranking {
        let scored = scored(found)
        guard let best = scored.best, scored.score(best) > 0, hasEvidence(scored) else {
            return Ranking(intents: [], abstained: true)
        }
        let confidence = confidence(scored, best)
        let listed = listing(scored, most: IntentScorer.mostListed, above: 0).map { label in
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

    func hasEvidence(_ scored: Scored) -> Bool {
        !scored.read.hits.isEmpty || !scored.hand.isEmpty
    }

    /// The best labels whose scores are above a number of units, best first; equal ones in the order of labels.
    func listing(_ scored: Scored, most: Int, above least: Int32) -> [Int] {
        var listed: [Int] = []
        for (label, units) in scored.units.enumerated() where units > least {
            if listed.count == most, let last = listed.last, scored.units[last] >= units { continue }
            let place = listed.firstIndex { units > scored.units[$0] } ?? listed.count
            listed.insert(label, at: place)
            if listed.count > most { listed.removeLast() }
        }
        return listed
    }

    /// The best label has the chance that it is right; the others share the rest as the softmax of their scores says.
    func confidence(_ scored: Scored, _ best: Int) -> (Int) -> Double {
        let top = scored.score(best)
        let lead = top - (scored.second.map(scored.score) ?? 0)
        let measured = model.calibration.logistic?.chance(score: top, lead: lead)
        let temperature = model.calibration.temperature
        let share = { exp((scored.score($0) - top) / temperature) }
        lazy var total = scored.units.indices.reduce(0) { $0 + share($1) }
        let first = min(measured ?? 1 / total, model.calibration.mostConfidence)
        return { label in
            label == best ? first : min(first, (1 - first) * share(label) / max(total - 1, .leastNormalMagnitude))
        }
    }

    func abstains(_ scored: Scored, _ best: Int, _ confidence: Double, _ abstention: Abstention) -> Bool {
        guard let least = model.calibration.leastLikeness, model.calibration.logistic != nil else {
            // Of few examples the little words, which any message has, are not yet known for what they are.
            return scored.likeness < abstention.minimumScore
                || abstention.abstains(top: scored.score(best), second: scored.second.map(scored.score))
        }
        return scored.likeness < least || confidence < abstention.minimumConfidence
    }
}
