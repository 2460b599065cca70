extension LanguageFitting {
    /// How much of a message the other messages know: the share, by idf, of its stems that stand in two of them.
    func heldOutCoverage(of row: Int) -> Double {
        var (known, all) = (0.0, 0.0)
        for feature in corpus.features(of: row) where !corpus.space.isPair(feature) {
            let others = corpus.space.messages[Int(feature)] - 1
            let idf = FeatureWeighting.idf(others, of: corpus.exampleCount)
            all += idf
            if others >= 2 { known += idf }
        }
        return all > 0 ? known / all : 0
    }

    var fadedLexicon: FadedLexicon {
        FadedLexicon(lexicon?.labels ?? [], beside: corpus.labels, examples: messages.examples)
    }

    /// What the hand-set weights, faded, find in a message.
    func handSums(of row: Int, _ faded: FadedLexicon) -> [(label: Int, sum: Double)] {
        guard let lexicon else { return [] }
        return faded.sums(of: lexicon.find(TokenizedText(examples[row].text, language: language)))
    }
}
