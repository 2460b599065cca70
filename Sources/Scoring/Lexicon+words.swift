extension Lexicon {
    /// The words of the keywords for a language, and of those for every language, with the number of keywords that have
    /// them: what `Spelling` knows before anything is learned.
    package func words(language: String) -> [String: Int] {
        let stemmer = Stemmer(language: language)
        var words: [String: Int] = [:]
        for keyword in labels.flatMap({ $0.keywords(for: language) }) {
            let pattern = try? KeywordPattern(keyword.phrase, language: language, stemmer: stemmer)
            for word in pattern?.words ?? [] { words[String(decoding: word, as: UTF8.self), default: 0] += 1 }
        }
        return words
    }
}
