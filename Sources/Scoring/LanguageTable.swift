/// Several lexicons compiled for one language. Immutable but for what it remembers of words, and safe to use from many
/// threads at once.
final class LanguageTable: Sendable {
    let spelling: Spelling?
    let phrases: PhraseTable
    private let language: String
    private let symbols: SymbolTable
    /// For each of the spelling's words, what it is known by.
    private let mends: [WordSymbols]
    private let pool: WorkspacePool

    init(_ compiler: LanguageCompiler, spelling: Spelling?) {
        language = compiler.language
        symbols = compiler.symbols
        phrases = PhraseTable(compiler.tree, symbols: compiler.symbols.count)
        self.spelling = spelling
        let symbols = symbols
        mends = Self.mends(spelling, symbols, language: language)
        let words = compiler.words.values.map { word in
            let known = WordSymbols(stem: symbols.symbol(ofStem: word.stem), form: symbols.symbol(ofForm: word.form))
            return (word.written, known)
        }
        pool = WorkspacePool(fresh: Workspace(words: WordCache(words)))
    }

    private static func mends(_ spelling: Spelling?, _ symbols: SymbolTable, language: String) -> [WordSymbols] {
        guard let spelling else { return [] }
        let stemmer = Stemmer(language: language)
        var forms = FoldedForms()
        return (0..<spelling.count).map { place in
            forms.set(spelling.word(place), isWord: true, stemmer: stemmer)
            var mend = symbols.symbols(of: forms)
            if !mend.isUnknown { mend.mend = Int32(place + 1) }
            return mend
        }
    }

    func known(_ forms: FoldedForms) -> WordSymbols {
        symbols.symbols(of: forms)
    }

    func symbols(ofMend place: Int) -> WordSymbols {
        mends[place]
    }

    func symbol(ofStem stem: String) -> Int32 {
        let name = stem.dropFirst().dropLast()
        if stem.hasPrefix("<"), let kind = TokenClass(rawValue: String(name)) { return SymbolTable.symbol(of: kind) }
        return symbols.symbol(ofStem: Array(stem.utf8))
    }

    func recognize(_ text: TokenizedText) -> RecognizedText {
        pool.use { recognize(text, &$0) }
    }

    func search(_ text: RecognizedText) -> [Find] {
        pool.use { PhraseSearch.finds(in: text, &$0.places) }
    }

    private func recognize(_ text: TokenizedText, _ workspace: inout Workspace) -> RecognizedText {
        var found: [WordSymbols] = []
        found.reserveCapacity(text.tokens.count)
        var look = WordLook(language: language)
        text.bytes.withUnsafeBytes { bytes in
            for (index, token) in text.tokens.enumerated() {
                found.append(symbols(of: token, at: index, in: text, bytes, &workspace.words, &look))
            }
        }
        let hasMends = found.contains { $0.mend > 0 }
        return RecognizedText(text: text, symbols: found, table: self, range: found.indices, hasMends: hasMends)
    }

    @inline(__always)
    private func symbols(
        of token: Token,
        at index: Int,
        in text: TokenizedText,
        _ bytes: UnsafeRawBufferPointer,
        _ words: inout WordCache,
        _ look: inout WordLook
    ) -> WordSymbols {
        if case .member(let kind) = token.kind {
            return WordSymbols(stem: SymbolTable.symbol(of: kind), form: symbols.symbol(ofForm: text.bytes[token.form]))
        }
        guard !token.form.isEmpty else { return WordSymbols() }
        let key = WordCache.Key(bytes, token.form)
        let known = words.symbols(of: key) ?? learn(key, token, of: text, &words, &look)
        guard known.mend > 0, isName(at: index, in: text.tokens) else { return known }
        return WordSymbols()
    }

    /// A capital inside a sentence begins a name, which is nobody's slip, but where every noun has one.
    private func isName(at index: Int, in tokens: [Token]) -> Bool {
        guard tokens[index].isCapitalized, !tokens[index].startsLine, index > 0, language != "de" else { return false }
        return !tokens[index - 1].endsSentence
    }

    private func learn(
        _ key: WordCache.Key,
        _ token: Token,
        of text: TokenizedText,
        _ words: inout WordCache,
        _ look: inout WordLook
    ) -> WordSymbols {
        let symbols = look.symbols(of: text.bytes[token.form], isWord: token.kind == .word, self)
        words.learn(key, symbols, base: pool.base)
        return symbols
    }
}
