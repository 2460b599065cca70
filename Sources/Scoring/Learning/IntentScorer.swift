import Model

/// Ranks labels by learned and hand-set weights together. Immutable; may be shared by threads.
///
/// In a language with examples a label's score is its learned base, the learned parts of the message's phrases, and the
/// hand-set keywords found, each faded by the number of the label's examples unless pinned. In a language without
/// examples the hand-set keywords alone decide, as `Ranking` says.
package struct IntentScorer: Sendable {
    /// The lexicon of intents first, then those beside it.
    let set: LexiconSet
    let abstention: Abstention
    private let scorers: [String: LanguageScorer]
    /// How many labels the lexicon has.
    private let labels: Int
    /// Those that the lexicon has keywords for.
    private let languages: Set<String>

    /// No more labels are listed for a message.
    package static let mostListed = 5

    /// - Parameters:
    ///   - others: further lexicons that the same texts are asked about, so that one walk finds the keywords of all.
    ///   - spelling: what unknown words of a language are mended to, asked for when its first text comes.
    /// - Throws: the first fault in the weights, which may have been edited.
    package init(
        lexicon: Lexicon,
        beside others: [Lexicon] = [],
        weights: LearnedWeights = LearnedWeights(),
        spelling: @escaping @Sendable (String) -> Spelling? = { _ in nil },
        abstention: Abstention = Abstention()
    ) throws(LexiconError) {
        labels = lexicon.labels.count
        languages = Set(lexicon.languages)
        self.abstention = abstention
        var models: [LanguageModel] = []
        for (language, own) in weights.languages.sorted(by: { $0.key < $1.key }) where !own.labels.isEmpty {
            models.append(try LanguageModel(own, language: language))
        }
        let stems = models.map { ($0.language, $0.book.stems.map { String(decoding: $0, as: UTF8.self) }) }
        let set = LexiconSet([lexicon] + others, stems: Dictionary(uniqueKeysWithValues: stems), spelling: spelling)
        let labels = lexicon.labels.map(\.id)
        let scorers = models.map { ($0.language, LanguageScorer($0, set: set, labels: labels)) }
        self.set = set
        self.scorers = Dictionary(uniqueKeysWithValues: scorers)
    }

    private init(_ other: IntentScorer, scorers: [String: LanguageScorer]) {
        set = other.set
        abstention = other.abstention
        labels = other.labels
        languages = other.languages
        self.scorers = scorers
    }

    /// Whether there are examples or keywords for this very language.
    package func knows(_ language: String) -> Bool {
        scorers[language] != nil || languages.contains(language)
    }

    /// Takes time linear in the text.
    package func rank(_ text: String, language: String) -> Ranking {
        rank(TokenizedText(text, language: language))
    }

    /// The same for a text that has been tokenised already, in its language.
    package func rank(_ text: TokenizedText) -> Ranking {
        rank(find(text))
    }

    /// The keywords of all lexicons in a text: those of the intents, of lexicon 0, and those of the others.
    package func find(_ text: TokenizedText) -> FoundKeywords {
        set.find(text)
    }

    /// The same for a part of a text.
    package func find(_ text: RecognizedText) -> FoundKeywords {
        set.find(text)
    }

    /// The same for what `find` found.
    package func rank(_ found: FoundKeywords) -> Ranking {
        guard let scorer = scorers[found.text.text.language] else {
            return Ranking(found.scores(of: 0), of: labels, abstention: abstention)
        }
        return scorer.rank(found, abstention: abstention)
    }

    /// How surely the message belongs to some label at all: its best score, less where the examples know few of its
    /// words. nil in a language without examples.
    package func likeness(_ text: TokenizedText) -> Double? {
        scorers[text.language].map { $0.scored(find(text)).likeness }
    }

    /// About what the learned weights take in memory, in bytes.
    package var bytes: Int {
        scorers.values.reduce(0) { $0 + $1.model.bytes }
    }

    func scorer(for language: String) -> LanguageScorer? {
        scorers[language]
    }

    func replacing(_ model: LanguageModel) -> IntentScorer {
        var scorers = scorers
        scorers[model.language] = scorers[model.language]?.replacing(model)
        return IntentScorer(self, scorers: scorers)
    }
}
