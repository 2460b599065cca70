/// Several lexicons that are asked about the same texts: one text is cut to tokens once, and walked through once, for
/// all of them. Each language is compiled when its first text comes. Immutable but for that and what it remembers of words,
/// and safe to use from many threads at once.
package struct LexiconSet: Sendable {
    /// The ids of the labels of each lexicon.
    private let labels: [[String]]
    private let tables: [String: LazyTable]
    private let common: LazyTable

    /// - Parameters:
    ///   - lexicons: in the order in which `score` answers.
    ///   - stems: further stems by language, as `TokenizedText.stems` gives them, that shall have a symbol: those that a
    ///     learned model knows.
    ///   - spelling: that of a language, asked for once; words that no lexicon knows are mended for the first one where
    ///     there is one.
    package init(
        _ lexicons: [Lexicon],
        stems: [String: [String]] = [:],
        spelling: @escaping @Sendable (String) -> Spelling? = { _ in nil }
    ) {
        labels = lexicons.map { $0.labels.map(\.id) }
        let table = { language in
            LazyTable {
                let compiler = LanguageCompiler(lexicons, stems: stems[language] ?? [], language: language)
                return LanguageTable(compiler, spelling: spelling(language))
            }
        }
        common = table(Lexicon.anyLanguage)
        let languages = Set(lexicons.flatMap(\.languages)).union(stems.keys)
        tables = Dictionary(uniqueKeysWithValues: languages.map { ($0, table($0)) })
    }

    /// Looks every word of the text up, by the rules of its language.
    package func recognize(_ text: TokenizedText) -> RecognizedText {
        table(of: text.language).recognize(text)
    }

    /// The number by which texts of the language know a stem, as `TokenizedText.stems` writes it; 0 where they do not.
    package func symbol(ofStem stem: String, language: String) -> Int32 {
        table(of: language).symbol(ofStem: stem)
    }

    /// What the keywords of the text's language, and those of every language, find in it.
    ///
    /// A keyword counts as its lexicon's `counting` says; a score is the sum of the weights of its evidence. Keywords
    /// that overlap all count. Takes time linear in the text.
    /// - Parameter text: recognised by this set.
    package func find(_ text: RecognizedText) -> FoundKeywords {
        FoundKeywords(text, labels: labels)
    }

    /// The same for a text whose words need not be known otherwise.
    package func find(_ text: TokenizedText) -> FoundKeywords {
        find(recognize(text))
    }

    /// What `find` finds as scores of each lexicon, in the order in which they were given.
    package func score(_ text: RecognizedText) -> [[LabelScore]] {
        let found = find(text)
        return labels.indices.map(found.scores)
    }

    package func score(_ text: TokenizedText) -> [[LabelScore]] {
        score(recognize(text))
    }

    private func table(of language: String) -> LanguageTable {
        (tables[language] ?? common).value
    }
}
