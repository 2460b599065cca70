/// Examples as they were scored by weights that had not seen them.
struct HeldOutScores {
    struct Row {
        /// The label that the example has.
        let truth: Int
        let best: Int
        let top: Double
        let second: Double
        /// How much the message is like the examples: see `Likeness`.
        let likeness: Double

        var isRight: Bool { best == truth }
        var lead: Double { top - second }
    }

    /// The scores of every row for every label, row by row.
    private(set) var scores: [Double]
    private(set) var rows: [Row] = []
    let labelCount: Int

    /// nil where no rows were scored.
    init?(_ fitting: LanguageFitting, _ fits: [LabelFit], _ rows: LabelFitter.Rows) {
        guard !rows.scored.isEmpty else { return nil }
        let hand = fitting.fadedLexicon
        labelCount = hand.labels.count
        scores = Array(repeating: 0, count: rows.scored.count * labelCount)
        for (label, fit) in fits.enumerated() {
            for (place, value) in fit.unseen.enumerated() {
                scores[place * labelCount + label] = Double(value) * LearnedWeights.scale
            }
        }
        for (place, row) in rows.scored.enumerated() {
            let found = fitting.handSums(of: Int(row), hand)
            for (label, sum) in found { scores[place * labelCount + label] += sum }
            let coverage = fitting.heldOutCoverage(of: Int(row))
            append(place, truth: Int(rows.messages.labels[Int(row)])) { best, top in
                let hand = found.first { $0.label == best }?.sum ?? 0
                return Likeness.of(score: top, hand: hand, coverage: coverage)
            }
        }
    }

    private mutating func append(_ place: Int, truth: Int, likeness: (Int, Double) -> Double) {
        var (best, top, second) = (-1, -Double.infinity, -Double.infinity)
        for (label, score) in scores(of: place).enumerated() {
            if score > top {
                (best, top, second) = (label, score, top)
            } else if score > second {
                second = score
            }
        }
        rows.append(Row(truth: truth, best: best, top: top, second: second, likeness: likeness(best, top)))
    }

    func scores(of place: Int) -> ArraySlice<Double> {
        scores[place * labelCount..<(place + 1) * labelCount]
    }
}

/// How much a message is like the examples.
enum Likeness {
    /// A learned score says little about a message whose words it mostly does not know; a hand-set one was meant for any.
    static func of(score: Double, hand: Double, coverage: Double) -> Double {
        (score - hand) * coverage + hand
    }
}
