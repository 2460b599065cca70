import Model

/// A lexicon made ready for matching: immutable, and safe to use from many threads at once.
package struct LexiconMatcher: Sendable {
    /// The ids of the lexicon's labels, in its order.
    package let labels: [String]
    private let tables: [String: PhraseTable]
    private let common: PhraseTable
    private let counting: Lexicon.Counting

    package init(_ lexicon: Lexicon) {
        labels = lexicon.labels.map(\.id)
        counting = lexicon.counting
        common = Self.table(of: lexicon, for: Lexicon.anyLanguage)
        var tables: [String: PhraseTable] = [:]
        for language in lexicon.languages { tables[language] = Self.table(of: lexicon, for: language) }
        self.tables = tables
    }

    /// Whether there are keywords for this very language.
    package func knows(_ language: String) -> Bool {
        tables[language] != nil
    }

    /// What the keywords of `language`, and those of every language, find in the text.
    ///
    /// Each keyword counts as the lexicon's `counting` says; a score is the sum of the weights of its evidence. Keywords
    /// that overlap all count. Takes time linear in the text.
    /// - Parameter language: an ISO 639 code; one without keywords leaves those of every language.
    /// - Returns: a score for every label in which some keyword was found, highest first, then by id; the evidence in
    ///   the order of the text, with offsets in Unicode scalars of `text`.
    package func score(_ text: String, language: String) -> [LabelScore] {
        score(TokenizedText(text, language: language))
    }

    /// The same for a text that has been tokenised already, in its language.
    package func score(_ text: TokenizedText) -> [LabelScore] {
        let table = tables[text.language] ?? common
        let stemmer = Stemmer(language: text.language)
        var search = PhraseSearch(table: table, counting: counting, tokens: text, stemmer: stemmer)
        search.run()
        return ranked(search.found)
    }

    private func ranked(_ found: [PhraseSearch.Find]) -> [LabelScore] {
        var byLabel: [Int: [Evidence]] = [:]
        for find in found {
            let entry = find.entry
            let evidence = Evidence(keyword: entry.keyword, weight: entry.weight, start: find.start, end: find.end)
            byLabel[entry.label, default: []].append(evidence)
        }
        return byLabel.map { LabelScore(label: labels[$0], evidence: $1) }.sorted(by: <)
    }

    /// Keywords for every language stand in each language's table too, stemmed as that language does.
    private static func table(of lexicon: Lexicon, for language: String) -> PhraseTable {
        let stemmer = Stemmer(language: language)
        var table = PhraseTable()
        for (index, label) in lexicon.labels.enumerated() {
            let own = language == Lexicon.anyLanguage ? [] : label.keywords[language] ?? []
            for keyword in own + (label.keywords[Lexicon.anyLanguage] ?? []) {
                // The lexicon has checked its keywords: none fails here.
                let checked = try? KeywordPattern(keyword.phrase, language: language, stemmer: stemmer)
                guard let pattern = checked else { continue }
                table.insert(pattern, .init(label: index, keyword: keyword.phrase, weight: keyword.weight))
            }
        }
        return table
    }
}
