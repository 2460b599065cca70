/// One search of a text for the keywords of a table.
struct PhraseSearch: ~Copyable {
    struct Find {
        let entry: PhraseTable.Entry
        let start: Int
        let end: Int
    }

    private let table: PhraseTable
    private let counting: Lexicon.Counting
    private let tokens: [Token]
    private let numbers: [(Int32?, Int32?)]
    /// Where the keywords of a node were found last, by the first token.
    private var seen: [Int32: Int] = [:]
    private(set) var found: [Find] = []

    init(table: PhraseTable, counting: Lexicon.Counting, tokens text: TokenizedText, stemmer: borrowing Stemmer) {
        self.table = table
        self.counting = counting
        tokens = text.tokens
        numbers = Self.numbers(of: text, in: table, stemmer: stemmer)
    }

    private static func numbers(
        of text: TokenizedText,
        in table: PhraseTable,
        stemmer: borrowing Stemmer
    ) -> [(Int32?, Int32?)] {
        var folded = FoldedForms()
        var numbers: [(Int32?, Int32?)] = []
        numbers.reserveCapacity(text.tokens.count)
        for token in text.tokens {
            folded.set(token, of: text, stemmer: stemmer)
            numbers.append(table.numbers(of: token, folded))
        }
        return numbers
    }

    /// A walk begins at each token and is at most as long as the longest keyword.
    mutating func run() {
        for first in tokens.indices { walk(from: 0, at: first, first: first) }
    }

    private mutating func walk(from node: Int32, at index: Int, first: Int) {
        guard index < tokens.count else { return }
        if let number = numbers[index].0 { step(from: node, by: number, at: index, first: first) }
        if let number = numbers[index].1 { step(from: node, by: number, at: index, first: first) }
    }

    private mutating func step(from node: Int32, by number: Int32, at index: Int, first: Int) {
        guard let child = table.child(of: node, by: number) else { return }
        let entries = table.entries[Int(child)]
        if !entries.isEmpty, isNews(child, first: first) {
            for entry in entries {
                found.append(Find(entry: entry, start: tokens[first].start, end: tokens[index].end))
            }
        }
        walk(from: child, at: index + 1, first: first)
        if let beyond = table.childAfterGap(of: child) { walkGap(from: beyond, at: index + 1, first: first) }
    }

    /// The shortest gap first, so that what is pointed at is no longer than it needs to be.
    private mutating func walkGap(from node: Int32, at index: Int, first: Int) {
        for next in index...index + KeywordPattern.longestGap {
            walk(from: node, at: next, first: first)
            guard next < tokens.count, tokens[next].isInsertion else { return }
        }
    }

    /// A gap can find the same keyword at the same place several times.
    private mutating func isNews(_ node: Int32, first: Int) -> Bool {
        let last = seen.updateValue(first, forKey: node)
        return last == nil || counting == .everywhere && last != first
    }
}
