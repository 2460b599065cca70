import Model

/// A labelled message and what was made of it.
struct JudgedExample {
    let truth: String
    let language: String
    let best: [String]
    let confidence: Double
    let likeness: Double

    init(_ example: LabelledExample, by scorer: IntentScorer) {
        truth = example.label
        language = example.language
        let text = TokenizedText(example.text, language: example.language)
        guard let judgement = scorer.judge(text) else {
            let ranking = scorer.rank(text).intents
            best = ranking.prefix(3).map(\.intent)
            confidence = ranking.first?.confidence ?? 0
            likeness = ranking.first?.score ?? 0
            return
        }
        best = judgement.best
        confidence = judgement.confidence
        likeness = judgement.likeness
    }

    init(truth: String, best: [String], confidence: Double, likeness: Double = 0, language: String = "en") {
        self.truth = truth
        self.best = best
        self.confidence = confidence
        self.likeness = likeness
        self.language = language
    }

    var isRight: Bool { best.first == truth }
    var isAmongBest: Bool { best.contains(truth) }
}

extension [JudgedExample] {
    func share(where holds: (JudgedExample) -> Bool) -> Double {
        isEmpty ? 0 : Double(count(where: holds)) / Double(count)
    }

    /// Those with most confidence; of equal ones, the first.
    func surest(_ share: Double) -> [JudgedExample] {
        let order = indices.sorted { (self[$1].confidence, $0) < (self[$0].confidence, $1) }
        return order.prefix(Int((share * Double(count)).rounded())).map { self[$0] }
    }

    /// Labels count that some message has or was given.
    func macroF1() -> Double {
        var counts: [String: (right: Int, truths: Int, guesses: Int)] = [:]
        for example in self {
            counts[example.truth, default: (0, 0, 0)].truths += 1
            guard let guess = example.best.first else { continue }
            counts[guess, default: (0, 0, 0)].guesses += 1
            if example.isRight { counts[guess, default: (0, 0, 0)].right += 1 }
        }
        let sorted = counts.sorted { $0.key < $1.key }.map(\.value)
        let sum = sorted.reduce(0.0) { $0 + 2 * Double($1.right) / Double($1.truths + $1.guesses) }
        return sorted.isEmpty ? 0 : sum / Double(sorted.count)
    }

    func expectedCalibrationError(bins: Int = 15) -> Double {
        var sums = [(confidence: Double, right: Double)](repeating: (0, 0), count: bins)
        for example in self {
            let bin = Swift.min(Int(example.confidence * Double(bins)), bins - 1)
            sums[bin].confidence += example.confidence
            sums[bin].right += example.isRight ? 1 : 0
        }
        return isEmpty ? 0 : sums.reduce(0) { $0 + abs($1.confidence - $1.right) } / Double(count)
    }
}
