import Scoring

extension ReadingLexicons {
    /// What misspelt words of a language are mended to: the words that the intents' keywords are made of.
    ///
    /// - Parameter wordList: words that are right although no keyword knows them, one a line in UTF-8.
    func spelling(_ language: String, _ wordList: [UInt8]?) -> Spelling? {
        // Without a list too many ordinary words would be taken for misspelt keywords: "répète" for "rejeté".
        guard let wordList, intents.languages.contains(language) else { return nil }
        return Spelling(known: intents.words(language: language), language: language, ordinary: wordList)
    }
}
