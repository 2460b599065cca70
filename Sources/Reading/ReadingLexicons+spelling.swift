import Scoring

extension ReadingLexicons {
    /// By language, what misspelt words are mended to: the words that the intents' keywords are made of.
    ///
    /// - Parameter wordLists: by language, words that are right although no keyword knows them, one a line in UTF-8.
    func spelling(_ wordLists: [String: [UInt8]]) -> [String: Spelling] {
        var spelling: [String: Spelling] = [:]
        for language in intents.languages {
            let known = intents.words(language: language)
            // Without a list too many ordinary words would be taken for misspelt keywords: "répète" for "rejeté".
            guard let list = wordLists[language] else { continue }
            spelling[language] = Spelling(known: known, language: language, ordinary: list)
        }
        return spelling
    }
}
