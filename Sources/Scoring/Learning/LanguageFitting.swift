/// The steps of fitting one language, from its examples to its weights.
struct LanguageFitting: Sendable {
    let corpus: LanguageCorpus
    let limit: Int?
    let lexicon: LexiconMatcher?
    let examples: [LabelledExample]
    let language: String
    private let pairShare: Double
    private let weighting: FeatureWeighting
    let messages: LabelledRows

    init(_ examples: [LabelledExample], language: String, limit: Int?, lexicon: LexiconMatcher?) {
        let hints = Self.hints(of: examples, lexicon, language: language)
        corpus = LanguageCorpus(examples, hints: hints, language: language)
        self.limit = limit
        self.lexicon = lexicon
        self.examples = examples
        self.language = language
        pairShare = FeatureWeighting.pairShare(messages: corpus.exampleCount, labels: corpus.labels.count)
        weighting = FeatureWeighting(corpus.space, messages: corpus.exampleCount, pairShare: pairShare)
        messages = LabelledRows(corpus)
    }

    /// Of labels with examples, and of those of the lexicon.
    private static func hints(
        of examples: [LabelledExample],
        _ lexicon: LexiconMatcher?,
        language: String
    ) -> [LabelHint] {
        let names = Set(examples.map(\.label)).sorted().map { LabelHint(nameOf: $0) }
        return names + (lexicon?.hints(language: language) ?? [])
    }

    var labels: Range<Int> { corpus.labels.indices }

    /// What features are chosen on; nil where none need to be.
    var firstRows: LabelFitter.Rows? {
        limit == nil ? nil : makeRows(scored: []) { _ in true }
    }

    /// What weights are fitted on: with a limit, pairs that no label keeps count nowhere.
    func rows(_ selected: [LabelFit]?) -> LabelFitter.Rows {
        guard let features = features(selected) else { return makeRows(scored: scored) { _ in true } }
        var kept = corpus.space.features.map { $0.second == nil }
        for feature in features.joined() { kept[Int(feature)] = true }
        return makeRows(scored: scored) { kept[Int($0)] }
    }

    /// The features that each label keeps; nil where there is no limit.
    func features(_ selected: [LabelFit]?) -> [[Int32]]? {
        guard let limit, let selected else { return nil }
        let reach = FeatureMatrix(corpus, weighting: weighting) { _ in true }.reach()
        return selected.map { $0.strongest(limit, reach: reach) }
    }

    private func makeRows(scored: [Int32], keeps: (Int32) -> Bool) -> LabelFitter.Rows {
        let matrix = FeatureMatrix(corpus, weighting: weighting, keeps: keeps)
        // A word that only this one message has would not be known had it not been learned from.
        let unseen = FeatureMatrix(corpus, weighting: weighting) { keeps($0) && corpus.space.messages[Int($0)] > 1 }
        return .init(matrix, messages, unseen: unseen, scored: scored)
    }

    /// The rows to measure confidence on: none where examples are too few, else so many that their scores fit into
    /// 80 MB.
    var scored: [Int32] {
        guard corpus.exampleCount >= 100, corpus.exampleCount >= 5 * corpus.labels.count, corpus.labels.count > 1 else {
            return []
        }
        let step = 1 + corpus.exampleCount * corpus.labels.count / 20_000_000
        return stride(from: 0, to: Int32(corpus.exampleCount), by: step).map(\.self)
    }

    func fitLabels(_ range: Range<Int>, _ rows: LabelFitter.Rows, features: [[Int32]]?) -> [LabelFit] {
        var fitter = LabelFitter(rows)
        return range.map { label in
            let fit = fitter.fit(Int32(label), positives: messages.positives[label], features: features?[label])
            return fit.scaled(by: Fading.learnedShare(examples: messages.examples[label]))
        }
    }

    /// The same, with every so many labels in a task of their own.
    func fitLabels(_ rows: LabelFitter.Rows, features: [[Int32]]?, tasks: Int) async -> [LabelFit] {
        let size = max(1, (labels.count + tasks - 1) / max(tasks, 1))
        let parts = stride(from: 0, to: labels.count, by: size).map { $0..<min($0 + size, labels.count) }
        return await withTaskGroup(of: (Int, [LabelFit]).self) { group in
            for part in parts {
                group.addTask { (part.lowerBound, fitLabels(part, rows, features: features)) }
            }
            var fits: [Int: [LabelFit]] = [:]
            for await (start, part) in group { fits[start] = part }
            return parts.flatMap { fits[$0.lowerBound] ?? [] }
        }
    }

    func weights(_ fits: [LabelFit], _ rows: LabelFitter.Rows) -> LanguageWeights {
        let names = FeatureNames(corpus)
        let used = rows.matrix.usedFeatures()
        let labels = zip(corpus.labels.indices, fits).map { index, fit in
            LearnedLabel(
                id: corpus.labels[index],
                examples: messages.examples[index],
                base: Self.rounded(fit.bias),
                weights: names.weights(fit.weights, rounded: Self.rounded)
            )
        }
        return LanguageWeights(
            labels: labels,
            examples: corpus.exampleCount,
            phrases: names.phrases { used[Int($0)] },
            words: names.words,
            pairShare: pairShare,
            calibration: HeldOutScores(self, fits, rows).map(Calibration.init) ?? .uncertain
        )
    }

    private static func rounded(_ margin: Double) -> Double {
        (margin * LearnedWeights.scale * 100).rounded() / 100
    }
}
