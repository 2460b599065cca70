/// A keyword found in a text.
struct Find {
    /// In `PhraseTable.entries`.
    let entry: Int32
    let first: Int32
    let last: Int32
    /// The tokens that matched, one bit each from `first` on: those in a gap did not. Those beyond 64 are left out.
    let matched: UInt64
}

/// One search of a text for the keywords of a table.
struct PhraseSearch: ~Copyable {
    private let table: PhraseTableView
    private let tokens: UnsafeBufferPointer<Token>
    private let symbols: UnsafeBufferPointer<WordSymbols>
    private let range: Range<Int>
    private var memory: PlaceMemory
    private var first = 0
    private var finds: [Find] = []

    /// Looks at the tokens in `text.range`.
    static func finds(in text: RecognizedText, _ memory: inout PlaceMemory) -> [Find] {
        text.table.phrases.use { table in
            text.text.tokens.withUnsafeBufferPointer { tokens in
                text.symbols.withUnsafeBufferPointer { symbols in
                    var search = Self(table, tokens, symbols, text.range, memory: memory)
                    memory = PlaceMemory()
                    search.run()
                    let result = search.finished()
                    memory = result.memory
                    return result.finds
                }
            }
        }
    }

    private init(
        _ table: PhraseTableView,
        _ tokens: UnsafeBufferPointer<Token>,
        _ symbols: UnsafeBufferPointer<WordSymbols>,
        _ range: Range<Int>,
        memory: PlaceMemory
    ) {
        self.table = table
        self.tokens = tokens
        self.symbols = symbols
        self.range = range
        self.memory = memory
        self.memory.begin(nodes: table.nodes.count, tokens: tokens.count)
    }

    /// A walk begins at each token and is at most as long as the longest keyword.
    private mutating func run() {
        for index in range where !symbols[index].isUnknown {
            first = index
            walk(from: 0, at: index, matched: 0)
        }
    }

    private consuming func finished() -> (finds: [Find], memory: PlaceMemory) {
        (finds, memory)
    }

    private mutating func walk(from node: Int32, at index: Int, matched: UInt64) {
        let word = symbols[index]
        if word.stem != 0 { step(from: node, by: word.stem, at: index, matched: matched) }
        if word.form != 0 { step(from: node, by: word.form, at: index, matched: matched) }
    }

    private mutating func step(from parent: Int32, by symbol: Int32, at index: Int, matched: UInt64) {
        let child = table.child(of: parent, by: symbol)
        guard child != 0 else { return }
        let node = table.nodes[Int(child)]
        let matched = matched | 1 << UInt64(index - first)
        if !node.entries.isEmpty { find(node, child, at: index, matched: matched) }
        let next = index + 1
        guard next < range.upperBound else { return }
        if node.onward & symbols[next].bits != 0 { walk(from: child, at: next, matched: matched) }
        if node.gap != 0 { walkGap(from: node.gap, at: next, matched: matched) }
    }

    /// The shortest gap first, so that what is pointed at is no longer than it needs to be.
    ///
    /// Many phrases begin with a common word and a gap, and few go on with a word that is there.
    private mutating func walkGap(from node: Int32, at index: Int, matched: UInt64) {
        let onward = table.nodes[Int(node)].onward
        for next in index..<min(index + KeywordElement.longestGap + 1, range.upperBound) {
            if onward & symbols[next].bits != 0 { walk(from: node, at: next, matched: matched) }
            guard tokens[next].isInsertion else { return }
        }
    }

    private mutating func find(_ node: PhraseTable.Node, _ number: Int32, at index: Int, matched: UInt64) {
        let sight = memory.see(node: Int(number), first: first)
        guard sight != .here else { return }
        for entry in node.entries where sight == .new || table.entries[Int(entry)].counting == .everywhere {
            finds.append(Find(entry: entry, first: Int32(first), last: Int32(index), matched: matched))
        }
    }
}

/// Where each node of a table was reached last: kept from text to text, so that nothing has to be cleared.
struct PlaceMemory: Sendable {
    enum Sight {
        case new
        /// Reached in this text, from another first token.
        case elsewhere
        /// Reached from this very token, by another way through a gap.
        case here
    }

    private var stamps: [UInt64] = []
    /// Stamps below it are of earlier texts.
    private var base: UInt64 = 1
    private var next: UInt64 = 1

    mutating func begin(nodes: Int, tokens: Int) {
        if stamps.count < nodes { stamps += [UInt64](repeating: 0, count: nodes - stamps.count) }
        base = next
        next += UInt64(tokens)
    }

    mutating func see(node: Int, first: Int) -> Sight {
        let stamp = base + UInt64(first)
        defer { stamps[node] = stamp }
        return stamps[node] < base ? .new : stamps[node] == stamp ? .here : .elsewhere
    }
}
