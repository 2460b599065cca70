import Model

/// Collects the keywords of several lexicons for one language.
struct LanguageCompiler {
    let language: String
    private(set) var symbols = SymbolTable()
    private(set) var tree = PhraseTree()
    /// The words of keywords, as written, in lower case.
    private(set) var words: Set<[UInt8]> = []

    /// Keywords for every language stand in each language's table too, stemmed as that language does.
    /// - Parameter stems: others that shall have a symbol.
    init(_ lexicons: [Lexicon], stems: [String], language: String) {
        self.language = language
        let stemmer = Stemmer(language: language)
        for (number, lexicon) in lexicons.enumerated() {
            for (place, label) in lexicon.labels.enumerated() {
                for keyword in label.keywords(for: language) {
                    insert(keyword, label: place, of: lexicon, number, stemmer: stemmer)
                }
            }
        }
        for stem in stems { _ = symbols.insert(stem: Array(stem.utf8)) }
    }

    private mutating func insert(
        _ keyword: Lexicon.Keyword,
        label: Int,
        of lexicon: Lexicon,
        _ number: Int,
        stemmer: borrowing Stemmer
    ) {
        // The lexicon has checked its keywords: none fails here.
        guard let pattern = try? KeywordPattern(keyword.phrase, language: language, stemmer: stemmer) else { return }
        words.formUnion(pattern.words)
        let entry = PhraseTable.Entry(
            lexicon: Int32(number),
            label: Int32(label),
            keyword: keyword.phrase,
            weight: Evidence.rounded(keyword.weight),
            counting: lexicon.counting
        )
        tree.insert(pattern.elements.map { symbol($0) }, entry)
    }

    private mutating func symbol(_ element: KeywordPattern.Element) -> Int32 {
        switch element {
        case .stem(let bytes): symbols.insert(stem: bytes)
        case .exact(let bytes): symbols.insert(form: bytes)
        case .member(let kind): SymbolTable.symbol(of: kind)
        case .gap: PhraseTree.gap
        }
    }
}

extension Lexicon.Label {
    /// Those of the language and those of every language.
    func keywords(for language: String) -> [Lexicon.Keyword] {
        let own = language == Lexicon.anyLanguage ? [] : keywords[language] ?? []
        return own + (keywords[Lexicon.anyLanguage] ?? [])
    }
}
