/// Hand-set weights as they stand beside the learned ones of a language, faded by its examples.
struct FadedLexicon: Sendable {
    /// Those with examples first, then those that only the lexicon knows.
    let labels: [String]
    private let lexicon: LexiconMatcher?
    private let places: [String: Int]
    /// By the lexicon's labels, in its order.
    private let shares: [Double]

    init(_ lexicon: LexiconMatcher?, labels learned: [String], examples: [Int]) {
        self.lexicon = lexicon
        let own = lexicon?.labels ?? []
        let known = Set(learned)
        labels = learned + own.filter { !known.contains($0) }
        places = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
        let counts = Dictionary(uniqueKeysWithValues: zip(learned, examples))
        shares = own.map { Fading.share(examples: counts[$0] ?? 0) }
    }

    /// What the keywords find, by the place of their label in `labels`.
    func score(_ text: TokenizedText) -> [(label: Int, score: LabelScore)] {
        guard let lexicon else { return [] }
        return lexicon.score(text, shares: shares).compactMap { score in
            places[score.label].map { ($0, score) }
        }
    }

    func score(_ text: String, language: String) -> [(label: Int, score: LabelScore)] {
        lexicon == nil ? [] : score(TokenizedText(text, language: language))
    }
}
