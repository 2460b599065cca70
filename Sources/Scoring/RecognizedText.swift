/// A text with what the keywords and models of a `LexiconSet` know of its words.
package struct RecognizedText: Sendable {
    package let text: TokenizedText
    /// For each token.
    let symbols: [WordSymbols]
    let table: LanguageTable

    /// The number of the token's stem in the set, as `LexiconSet.symbol` gives it; 0 where the set does not know it.
    package func stem(at token: Int) -> Int32 {
        symbols[token].stem
    }

    /// The known word for which a misspelt one was taken; nil where the token stands as written.
    package func mend(at token: Int) -> String? {
        guard symbols[token].mend > 0 else { return nil }
        return table.spelling.map { String(decoding: $0.word(Int(symbols[token].mend - 1)), as: UTF8.self) }
    }
}
