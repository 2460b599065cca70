import Scoring

extension ReadingLexicons {
    /// By language, what misspelt words are mended to: the words that the intents' keywords are made of.
    ///
    /// - Parameter wordLists: by language, words that are right although no keyword knows them, one a line in UTF-8.
    func spelling(_ wordLists: [String: [UInt8]]) -> [String: Spelling] {
        var spelling: [String: Spelling] = [:]
        for language in intents.languages {
            let known = Self.words(of: intents, language: language)
            spelling[language] = Spelling(known: known, language: language, ordinary: wordLists[language])
        }
        return spelling
    }

    /// How many keywords each word stands in. Gaps, classes and exact forms are no words to be mended to.
    private static func words(of lexicon: Lexicon, language: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        for keyword in lexicon.labels.flatMap({ $0.keywords[language] ?? [] }) {
            for piece in keyword.phrase.split(separator: " ") where piece.allSatisfy(\.isLetter) {
                counts[piece.lowercased(), default: 0] += 1
            }
        }
        return counts
    }
}
