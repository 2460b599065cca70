/// A text with what the keywords and models of a `LexiconSet` know of its words.
package struct RecognizedText: Sendable {
    package let text: TokenizedText
    /// For each token.
    let symbols: [WordSymbols]
    let table: LanguageTable
    /// The tokens that are looked at.
    let range: Range<Int>
    /// Whether some word was mended.
    let hasMends: Bool

    /// The same text, looked at from one offset in Unicode scalars to another only.
    package func part(from start: Int, to end: Int) -> RecognizedText {
        let first = token(from: start)
        let range = first..<max(first, token(from: end))
        return RecognizedText(text: text, symbols: symbols, table: table, range: range, hasMends: hasMends)
    }

    /// The first token that begins at an offset or behind it.
    private func token(from offset: Int) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if text.tokens[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

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
