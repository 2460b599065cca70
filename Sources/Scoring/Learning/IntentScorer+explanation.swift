import Model

extension IntentScorer {
    /// Why the text gets its label; nil where nothing speaks for any.
    package func explain(_ text: String, language: String) -> ScoreExplanation? {
        let text = TokenizedText(text, language: language)
        guard let scorer = scorer(for: language) else { return explainByHand(text) }
        return scorer.explain(text, set: set)
    }

    private func explainByHand(_ text: TokenizedText) -> ScoreExplanation? {
        let scores = set.find(text).scores(of: 0).filter { $0.score > 0 }
        guard let first = scores.first else { return nil }
        let winner = ScoreExplanation.Side(first)
        let runnerUp = scores.dropFirst().first.map(ScoreExplanation.Side.init)
        let differences = ScoreExplanation.differences(winner, runnerUp)
        return ScoreExplanation(
            winner: winner,
            runnerUp: runnerUp,
            differences: differences,
            coverage: nil,
            unknownWords: [],
            removal: WordRemoval.fewest(from: text, against: differences, winner: winner.label) { text in
                set.find(text).scores(of: 0).first.flatMap { $0.score > 0 ? $0.label : nil }
            },
            weightChange: Self.weightChange(winner, runnerUp)
        )
    }

    private static func weightChange(
        _ winner: ScoreExplanation.Side,
        _ runnerUp: ScoreExplanation.Side?
    ) -> WeightChange? {
        guard let runnerUp, let strongest = winner.parts.max(by: { $0.weight < $1.weight }) else { return nil }
        let needed = ((strongest.weight - (winner.score - runnerUp.score)) * 100).rounded(.down) / 100 - 0.01
        return WeightChange(
            label: winner.label,
            keyword: strongest.keyword,
            weight: strongest.weight,
            needed: needed
        )
    }
}

extension ScoreExplanation.Side {
    fileprivate init(_ score: LabelScore) {
        self.init(label: score.label, base: 0, parts: score.evidence, score: score.score)
    }
}
