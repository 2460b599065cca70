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
    private let table: PhraseTable
    private let tokens: [Token]
    private let symbols: [WordSymbols]
    private var memory: PlaceMemory
    private var first = 0
    private(set) var finds: [Find] = []

    init(_ text: RecognizedText, in table: PhraseTable, memory: consuming PlaceMemory) {
        self.table = table
        tokens = text.text.tokens
        symbols = text.symbols
        self.memory = memory
        self.memory.begin(nodes: table.nodes.count, tokens: tokens.count)
    }

    /// A walk begins at each token and is at most as long as the longest keyword.
    mutating func run() {
        for index in symbols.indices where !symbols[index].isUnknown {
            first = index
            walk(from: 0, at: index, matched: 0)
        }
    }

    consuming func finished() -> (finds: [Find], memory: PlaceMemory) {
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
        guard node.hasChildren, index + 1 < symbols.count else { return }
        walk(from: child, at: index + 1, matched: matched)
        if node.gap != 0 { walkGap(from: node.gap, at: index + 1, matched: matched) }
    }

    /// The shortest gap first, so that what is pointed at is no longer than it needs to be.
    private mutating func walkGap(from node: Int32, at index: Int, matched: UInt64) {
        for next in index...index + KeywordPattern.longestGap {
            guard next < symbols.count else { return }
            walk(from: node, at: next, matched: matched)
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
