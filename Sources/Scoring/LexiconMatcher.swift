/// One lexicon made ready for matching: the simple door to a `LexiconSet` of one.
package struct LexiconMatcher: Sendable {
    /// The ids of the lexicon's labels, in its order.
    package let labels: [String]
    private let lexicon: Lexicon
    private let languages: Set<String>
    private let set: LexiconSet

    package init(_ lexicon: Lexicon, spelling: @escaping @Sendable (String) -> Spelling? = { _ in nil }) {
        labels = lexicon.labels.map(\.id)
        self.lexicon = lexicon
        languages = Set(lexicon.languages)
        set = LexiconSet([lexicon], spelling: spelling)
    }

    /// What the lexicon says of its labels to who learns from examples.
    func hints(language: String) -> [LabelHint] {
        lexicon.hints(language: language)
    }

    /// Whether there are keywords for this very language.
    package func knows(_ language: String) -> Bool {
        languages.contains(language)
    }

    /// What the lexicon finds in the text, as `LexiconSet.find`, with offsets in Unicode scalars of `text`.
    /// - Parameter language: an ISO 639 code; one without keywords leaves those of every language.
    package func score(_ text: String, language: String) -> [LabelScore] {
        score(TokenizedText(text, language: language))
    }

    /// The same for a text that has been tokenised already, in its language.
    package func score(_ text: TokenizedText) -> [LabelScore] {
        set.find(text).scores(of: 0)
    }

    func find(_ text: TokenizedText) -> FoundKeywords {
        set.find(text)
    }
}
