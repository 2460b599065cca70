/// One search of a text for the keywords of a table.
struct PhraseSearch: ~Copyable {
    struct Find {
        let entry: PhraseTable.Entry
        let start: Int
        let end: Int
    }

    private let table: PhraseTable
    private let tokens: [Token]
    private let numbers: [(Int32?, Int32?)]
    /// Nodes whose keywords have been found: presence counts once.
    private var seen: Set<Int32> = []
    private(set) var found: [Find] = []

    init(table: PhraseTable, tokens text: TokenizedText, stemmer: borrowing Stemmer) {
        self.table = table
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
        if !entries.isEmpty, seen.insert(child).inserted {
            for entry in entries {
                found.append(Find(entry: entry, start: tokens[first].start, end: tokens[index].end))
            }
        }
        walk(from: child, at: index + 1, first: first)
    }
}
