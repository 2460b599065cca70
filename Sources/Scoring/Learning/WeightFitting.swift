/// Fits weights to examples: the same examples in the same order give the same weights to the bit.
package struct WeightFitting: Sendable {
    /// The most weights of a label in one language, those that move scores most; nil for all.
    package var limit: Int?
    /// The hand-set weights that the learned ones will be added to; confidence is measured on the sums.
    package var lexicon: LexiconMatcher?

    package init(limit: Int? = 200, lexicon: LexiconMatcher? = nil) {
        self.limit = limit
        self.lexicon = lexicon
    }

    /// Takes about 0.1 s of one core for each thousand examples of some hundred labels.
    package func fit(_ examples: [LabelledExample]) -> LearnedWeights {
        var learned = LearnedWeights()
        for (language, own) in Self.byLanguage(examples) {
            let fitting = LanguageFitting(own, language: language, limit: limit, lexicon: lexicon)
            let selected = fitting.firstRows.map { fitting.fitLabels(fitting.labels, $0, features: nil) }
            let rows = fitting.rows(selected)
            let fits = fitting.fitLabels(fitting.labels, rows, features: fitting.features(selected))
            learned.languages[language] = fitting.weights(fits, rows)
        }
        return learned
    }

    /// The same, with labels side by side in several tasks, and with the same result.
    package func fit(_ examples: [LabelledExample], tasks: Int) async -> LearnedWeights {
        var learned = LearnedWeights()
        for (language, own) in Self.byLanguage(examples) {
            let fitting = LanguageFitting(own, language: language, limit: limit, lexicon: lexicon)
            var selected: [LabelFit]?
            if let first = fitting.firstRows { selected = await fitting.fitLabels(first, features: nil, tasks: tasks) }
            let rows = fitting.rows(selected)
            let fits = await fitting.fitLabels(rows, features: fitting.features(selected), tasks: tasks)
            learned.languages[language] = fitting.weights(fits, rows)
        }
        return learned
    }

    private static func byLanguage(_ examples: [LabelledExample]) -> [(String, [LabelledExample])] {
        Dictionary(grouping: examples, by: \.language).sorted { $0.key < $1.key }
    }
}
