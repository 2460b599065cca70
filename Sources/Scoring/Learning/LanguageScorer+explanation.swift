import Model

extension LanguageScorer {
    /// - Parameter set: the one that the scorer was made for.
    func explain(_ text: TokenizedText, set: LexiconSet) -> ScoreExplanation? {
        let scored = scored(set.find(text))
        guard let best = scored.best, scored.score(best) > 0, hasEvidence(scored) else { return nil }
        let winner = side(scored, best)
        let runnerUp = scored.second.map { side(scored, $0) }
        let differences = ScoreExplanation.differences(winner, runnerUp)
        return ScoreExplanation(
            winner: winner,
            runnerUp: runnerUp,
            differences: differences,
            coverage: scored.read.coverage,
            unknownWords: unknownWords(scored.read),
            removal: WordRemoval.fewest(from: text, against: differences, winner: winner.label) { text in
                let scored = self.scored(set.find(text))
                return scored.best.flatMap { scored.score($0) > 0 && hasEvidence(scored) ? labels[$0] : nil }
            },
            weightChange: runnerUp.flatMap { weightChange(scored, best, winner, lead: winner.score - $0.score) }
        )
    }

    private func side(_ scored: Scored, _ label: Int) -> ScoreExplanation.Side {
        .init(
            label: labels[label],
            base: base(label),
            parts: evidence(scored, for: label),
            score: scored.score(label)
        )
    }

    private func unknownWords(_ read: ReadFeatures) -> [Range<Int>] {
        zip(Int32(0)..., read.stems).filter { $0.1 < 0 }.map { read.token($0.0).start..<read.token($0.0).end }
    }

    /// By the winner's strongest learned phrase: it is the one that would be edited first.
    private func weightChange(
        _ scored: Scored,
        _ best: Int,
        _ winner: ScoreExplanation.Side,
        lead: Double
    ) -> WeightChange? {
        guard best < model.labels.count else { return nil }
        let parts = scored.read.hits.indices.map { (hit: $0, part: model.part(scored.read, $0, for: best)) }
        guard let strongest = parts.max(by: { $0.part < $1.part }), strongest.part > 0 else { return nil }
        let feature = scored.read.hits[strongest.hit].feature
        let value = Double(strongest.part) * Evidence.unit / model.weight(of: feature, for: best)
        // Weights come in hundredths: the next one below the tie.
        let needed = ((model.weight(of: feature, for: best) - lead / value) * 100).rounded(.down) / 100 - 0.01
        return WeightChange(
            label: winner.label,
            keyword: model.phrases[Int(feature)],
            weight: model.weight(of: feature, for: best),
            needed: needed
        )
    }
}

extension ScoreExplanation {
    /// Parts of both sides by keyword and place, what most made the winner win first.
    static func differences(_ winner: Side, _ runnerUp: Side?) -> [Difference] {
        var parts: [Place: (Double, Double)] = [:]
        for part in winner.parts { parts[Place(part), default: (0, 0)].0 += part.weight }
        for part in runnerUp?.parts ?? [] { parts[Place(part), default: (0, 0)].1 += part.weight }
        let differences = parts.map { place, sums in
            Difference(
                keyword: place.keyword,
                start: place.start,
                end: place.end,
                winner: sums.0,
                runnerUp: sums.1
            )
        }
        return differences.sorted { ($1.lead, $0.start, $0.end, $0.keyword) < ($0.lead, $1.start, $1.end, $1.keyword) }
    }

    private struct Place: Hashable {
        let keyword: String
        let start: Int
        let end: Int

        init(_ part: Evidence) {
            (keyword, start, end) = (part.keyword, part.start, part.end)
        }
    }
}
