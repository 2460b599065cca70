import Model

/// Collects the keywords of several lexicons for one language.
struct LanguageCompiler {
    let language: String
    private(set) var symbols = SymbolTable()
    private(set) var tree = PhraseTree()
    /// The words of keywords, by how they are written.
    private(set) var words: [[UInt8]: PhraseList.Word] = [:]

    /// Keywords for every language stand in each language's table too, stemmed as that language does.
    /// - Parameter stems: others that shall have a symbol.
    init(_ lexicons: [Lexicon], stems: [String], language: String) {
        self.language = language
        for (number, lexicon) in lexicons.enumerated() {
            for list in lexicon.phraseLists(for: language) { insert(list, of: lexicon, number) }
        }
        for stem in stems { _ = symbols.insert(stem: Array(stem.utf8)) }
    }

    private mutating func insert(_ list: PhraseList, of lexicon: Lexicon, _ number: Int) {
        let symbols = list.elements.map { symbol($0) }
        for phrase in list.phrases {
            let entry = PhraseTable.Entry(
                lexicon: Int32(number),
                label: phrase.label,
                keyword: phrase.keyword.phrase,
                weight: Evidence.rounded(phrase.keyword.weight),
                isPinned: phrase.keyword.isPinned,
                counting: lexicon.counting
            )
            tree.insert(phrase.elements.map { symbols[Int($0)] }, entry)
        }
        for word in list.words where word.count > 0 { words[word.written] = word }
    }

    private mutating func symbol(_ element: KeywordElement) -> Int32 {
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
