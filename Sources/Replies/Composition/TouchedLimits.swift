import Model
import Scoring

/// The limits that a reply has to name.
struct TouchedLimits {
    private let limits: [Limit]
    private let matters: [String]
    /// The ids that the reply's templates may touch.
    private let named: Set<String>

    init(_ limits: [Limit], matters: [String], named: Set<String>) {
        self.limits = limits
        self.matters = matters
        self.named = named
    }

    /// Those that one of the matters always touches, that the message has words of, or, where they have no words to be
    /// known by, that a template speaks of. In the order of the file.
    func touched(by reading: Reading, subject: String, languages: [String]) -> [Limit] {
        guard !limits.isEmpty else { return [] }
        var words: StemmedMessage?
        return limits.filter { limit in
            if limit.intents.contains(where: matters.contains) { return true }
            guard let language = languages.first(where: { limit.keywords[$0]?.isEmpty == false }) else {
                return limit.keywords.values.allSatisfy(\.isEmpty) && named.contains(limit.id)
            }
            let message = words ?? StemmedMessage(subject + "\n" + reading.newText, language: reading.language)
            words = message
            return limit.keywords[language, default: []].contains { message.holds($0, language: language) }
        }
    }
}

/// The stems of a text, to look for phrases in.
struct StemmedMessage {
    private let stems: [String]

    init(_ text: String, language: String) {
        let beginning = String(text.unicodeScalars.prefix(Sentences.reach))
        stems = TokenizedText(beginning, language: language).stems()
    }

    func holds(_ phrase: String, language: String) -> Bool {
        let wanted = TokenizedText(phrase, language: language).stems().filter { !$0.isEmpty }
        guard let first = wanted.first, wanted.count <= stems.count else { return false }
        return (0...(stems.count - wanted.count)).contains { start in
            stems[start] == first && stems[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
