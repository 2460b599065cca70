/// The keywords of a lexicon for one language, read once for everything that is made of them.
struct PhraseList: Sendable {
    struct Phrase: Sendable {
        /// The label's place in the lexicon.
        let label: Int32
        let keyword: Lexicon.Keyword
        /// What it asks of neighbouring tokens, each a place in `PhraseList.elements`.
        let elements: [Int32]
    }

    struct Word: Sendable {
        /// As an editor wrote it, in lower case.
        let written: [UInt8]
        /// In folded UTF-8, as `form`.
        let stem: [UInt8]
        let form: [UInt8]
        /// In how many places keywords have it.
        var count = 0
    }

    /// In the order of labels, and of the keywords of each.
    private(set) var phrases: [Phrase] = []
    /// Each once.
    private(set) var elements: [KeywordElement] = [.gap]
    /// Each once.
    private(set) var words: [Word] = []

    /// The place of `KeywordElement.gap`.
    static let gap: Int32 = 0

    mutating func append(_ phrase: Phrase, words places: [Int32]) {
        phrases.append(phrase)
        for place in places { words[Int(place)].count += 1 }
    }

    mutating func append(_ element: KeywordElement) -> Int32 {
        elements.append(element)
        return Int32(elements.count - 1)
    }

    mutating func append(_ word: Word) -> Int32 {
        words.append(word)
        return Int32(words.count - 1)
    }
}

extension Lexicon {
    /// The keywords of a language, then those of every language as that one stems them.
    func phraseLists(for language: String) -> [PhraseList] {
        let own = phrases[language].map { [$0] } ?? []
        guard language != Self.anyLanguage, phrases[Self.anyLanguage] != nil else { return own }
        let reader = PhraseReader(language: language)
        for (place, label) in labels.enumerated() {
            for keyword in label.keywords[Self.anyLanguage] ?? [] {
                // The lexicon has checked its keywords: none fails here.
                guard let phrase = try? reader.read(keyword.phrase) else { continue }
                reader.keep(phrase, of: keyword, label: place)
            }
        }
        return own + [reader.list]
    }

    /// The words of the keywords for a language, and of those for every language, with the number of keywords that have
    /// them: what `Spelling` knows before anything is learned.
    package func words(language: String) -> [String: Int] {
        var words: [String: Int] = [:]
        for word in phraseLists(for: language).flatMap(\.words) where word.count > 0 {
            words[String(decoding: word.written, as: UTF8.self), default: 0] += word.count
        }
        return words
    }
}
