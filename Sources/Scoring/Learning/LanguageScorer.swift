import Model

/// The learned weights of one language with the hand-set ones beside them.
/// A class, so that a look at a text does not count references to each of its tables.
final class LanguageScorer: Sendable {
    let model: LanguageModel
    private let hand: FadedLexicon
    private let own: [String]
    /// By the symbols of the set that finds the keywords: the model's stem, -1 where it has none.
    private let stems: [Int32]

    /// - Parameters:
    ///   - set: whose first lexicon has the hand-set weights; it knows the stems of the model.
    ///   - own: the lexicon's labels, in its order.
    convenience init(_ model: LanguageModel, set: LexiconSet, labels own: [String]) {
        self.init(model, stems: model.stems(bySymbolsOf: set), labels: own)
    }

    private init(_ model: LanguageModel, stems: [Int32], labels own: [String]) {
        self.model = model
        self.own = own
        self.stems = stems
        hand = FadedLexicon(own, beside: model.labels, examples: model.exampleCounts)
    }

    var labels: [String] { hand.labels }

    /// With the label among those that have learned weights.
    func knowing(_ label: String) -> LanguageScorer {
        model.labels.contains(label) ? self : replacing(model.knowing(label))
    }

    /// - Parameter model: of the same words.
    func replacing(_ model: LanguageModel) -> LanguageScorer {
        LanguageScorer(model, stems: stems, labels: own)
    }

    /// A text with every label's score.
    struct Scored {
        let read: ReadFeatures
        let found: FoundKeywords
        /// By label, in `Evidence.unit`.
        let units: [Int32]
        /// What hand-set weights add, for labels of which some keyword was found.
        let hand: [(label: Int, sum: Double)]
        /// The best label and the one after it; equal scores in the order of labels.
        let best: Int?
        let second: Int?

        func score(_ label: Int) -> Double {
            Double(units[label]) * Evidence.unit
        }

        var likeness: Double {
            guard let best else { return 0 }
            let hand = hand.first { $0.label == best }?.sum ?? 0
            return Likeness.of(score: score(best), hand: hand, coverage: read.coverage)
        }
    }

    func scored(_ found: FoundKeywords) -> Scored {
        let read = ReadFeatures(found.text, stems: stems, model: model)
        let hand = hand.sums(of: found)
        var units = model.scores(read, labels: labels.count)
        for (label, sum) in hand { units[label] = Self.sum(units[label], sum) }
        let (best, second) = Self.firstTwo(units)
        return Scored(read: read, found: found, units: units, hand: hand, best: best, second: second)
    }

    /// Absurd hand-set weights end at the largest sum there can be.
    private static func sum(_ units: Int32, _ score: Double) -> Int32 {
        Int32(clamping: Int((Double(units) + score / Evidence.unit).clamped(to: -2e9...2e9)))
    }

    private static func firstTwo(_ units: [Int32]) -> (Int?, Int?) {
        var (best, second) = (-1, -1)
        for label in units.indices {
            if best < 0 || units[label] > units[best] {
                (best, second) = (label, best)
            } else if second < 0 || units[label] > units[second] {
                second = label
            }
        }
        return (best < 0 ? nil : best, second < 0 ? nil : second)
    }

    /// What a label's score begins with.
    func base(_ label: Int) -> Double {
        label < model.bases.count ? Double(model.bases[label]) * Evidence.unit : 0
    }

    /// The parts of a label's score in the order of the text: with the base they sum to it exactly.
    func evidence(_ scored: Scored, for label: Int) -> [Evidence] {
        let learned = label < model.labels.count ? model.evidence(scored.read, for: label) : []
        let all = learned + hand.evidence(of: scored.found, for: label)
        return all.sorted { ($0.start, $0.end, $0.keyword) < ($1.start, $1.end, $1.keyword) }
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        min(max(self, range.lowerBound), range.upperBound)
    }
}
