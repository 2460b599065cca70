import Model
import Scoring

/// The cue words, compiled.
struct CueFinder: Sendable {
    static let topicPrefix = "topic."
    static let mostTopics = 64

    /// What a label stands for.
    enum Meaning: Sendable {
        case cue(Int)
        case topic(Int)
    }

    private let set: LexiconSet
    private let meanings: [String: Meaning]
    private let languages: Set<String>

    init(_ lexicon: Lexicon) {
        set = LexiconSet([lexicon])
        languages = Set(lexicon.languages)
        var meanings: [String: Meaning] = [:]
        var topics = 0
        for label in lexicon.labels {
            if let cue = Cue(rawValue: label.id) {
                meanings[label.id] = .cue(cue.index)
            } else if label.id.hasPrefix(Self.topicPrefix), topics < Self.mostTopics {
                meanings[label.id] = .topic(topics)
                topics += 1
            }
        }
        self.meanings = meanings
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
    }

    /// By label, and in the order of the text for each.
    func finds(in text: TokenizedText) -> [Find] {
        var finds: [Find] = []
        for score in set.find(text).scores(of: 0) {
            guard let meaning = meanings[score.label] else { continue }
            for evidence in score.evidence {
                finds.append(Find(meaning: meaning, weight: evidence.weight, range: evidence.start..<evidence.end))
            }
        }
        return finds
    }
}
