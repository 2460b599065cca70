import Scoring

/// The cue words, compiled.
struct CueFinder: Sendable {
    static let topicPrefix = "topic."
    static let mostTopics = 64

    /// What a label stands for.
    enum Meaning: Sendable {
        case cue(Cue)
        case topic(Int)
    }

    private let set: LexiconSet
    /// By label; nil for one that stands for nothing.
    private let meanings: [Meaning?]
    private let languages: Set<String>

    init(_ lexicon: Lexicon) {
        set = LexiconSet([lexicon])
        languages = Set(lexicon.languages)
        var topics = 0
        meanings = lexicon.labels.map { label in
            if let cue = Cue.byLabel[label.id] { return .cue(cue) }
            guard label.id.hasPrefix(Self.topicPrefix), topics < Self.mostTopics else { return nil }
            topics += 1
            return .topic(topics - 1)
        }
    }

    /// Whether there are cue words in a language.
    func knows(_ language: String) -> Bool {
        languages.contains(language)
    }

    /// A cue word in a text.
    struct Find {
        let meaning: Meaning
        let weight: Double
        /// In Unicode scalars.
        let range: Range<Int>

        /// nil for a topic.
        var cue: Cue? {
            if case .cue(let cue) = meaning { cue } else { nil }
        }
    }

    /// In the order of the text, by their first words.
    func finds(in text: TokenizedText) -> [Find] {
        set.find(text).keywords(of: 0).compactMap { keyword in
            meanings[keyword.label].map { Find(meaning: $0, weight: keyword.weight, range: keyword.range) }
        }
    }
}
