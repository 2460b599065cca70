/// The keywords of several lexicons for one language as sequences of symbols, in a tree by their first, second, … word.
struct PhraseTable: Sendable {
    /// A keyword of a label.
    struct Entry {
        let lexicon: Int32
        let label: Int32
        /// As its editor wrote it.
        let keyword: String
        let weight: Double
        let isPinned: Bool
        let counting: Lexicon.Counting
    }

    struct Node {
        /// What is found when a walk reaches the node, in `entries`.
        var entries: Range<Int32> = 0..<0
        /// The node behind a gap that follows this one; 0 for none.
        var gap: Int32 = 0
        /// The bits of the symbols that lead on: a word that has none of them does not.
        var onward: UInt64 = 0
    }

    let nodes: [Node]
    let entries: [Entry]
    /// The nodes of the first words, by symbol; 0 for none.
    private let roots: [Int32]
    /// (node, symbol) and the child, open-addressed: 0 where free, a power of two of them, half empty at least.
    private let edges: [Edge]

    typealias Edge = (key: UInt64, child: Int32)

    /// - Parameter symbols: how many there are.
    init(_ tree: PhraseTree, symbols: Int32) {
        var nodes = tree.entries.map { _ in Node() }
        var entries: [Entry] = []
        for (node, own) in tree.entries.enumerated() {
            nodes[node].entries = Int32(entries.count)..<Int32(entries.count + own.count)
            entries += own
        }
        var roots = [Int32](repeating: 0, count: Int(symbols))
        var edges = [Edge](repeating: (0, 0), count: Self.size(for: tree.edges.count))
        for (place, edge) in tree.edges.enumerated() {
            let child = Int32(place + 1)
            nodes[Int(edge.node)].onward |= WordSymbols.bit(of: edge.symbol)
            if edge.symbol == PhraseTree.gap {
                nodes[Int(edge.node)].gap = child
            } else if edge.node == 0 {
                roots[Int(edge.symbol)] = child
            } else {
                let key = Self.key(edge.node, edge.symbol)
                let slot = edges.withUnsafeBufferPointer { Self.slot(of: key, in: $0) }
                edges[slot] = (key, child)
            }
        }
        self.nodes = nodes
        self.entries = entries
        self.roots = roots
        self.edges = edges
    }

    /// Lends the table without references to count.
    func use<Result>(_ work: (PhraseTableView) -> Result) -> Result {
        nodes.withUnsafeBufferPointer { nodes in
            roots.withUnsafeBufferPointer { roots in
                edges.withUnsafeBufferPointer { edges in
                    entries.withUnsafeBufferPointer { entries in
                        work(PhraseTableView(nodes: nodes, entries: entries, roots: roots, edges: edges))
                    }
                }
            }
        }
    }

    private static func size(for edges: Int) -> Int {
        var size = 16
        while size < edges * 2 { size *= 2 }
        return size
    }

    @inline(__always)
    fileprivate static func key(_ node: Int32, _ symbol: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
    }

    /// Where the key stands, or the free slot where it belongs.
    @inline(__always)
    fileprivate static func slot(of key: UInt64, in edges: UnsafeBufferPointer<Edge>) -> Int {
        let mask = edges.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while edges[slot].key != 0, edges[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }
}

/// A table while a text is searched.
struct PhraseTableView {
    let nodes: UnsafeBufferPointer<PhraseTable.Node>
    let entries: UnsafeBufferPointer<PhraseTable.Entry>
    fileprivate let roots: UnsafeBufferPointer<Int32>
    fileprivate let edges: UnsafeBufferPointer<PhraseTable.Edge>

    /// The node that a symbol leads to; 0 for none.
    @inline(__always)
    func child(of node: Int32, by symbol: Int32) -> Int32 {
        if node == 0 { return roots[Int(symbol)] }
        return edges[PhraseTable.slot(of: PhraseTable.key(node, symbol), in: edges)].child
    }
}

/// The tree while it grows.
struct PhraseTree {
    struct Edge: Hashable {
        let node: Int32
        let symbol: Int32
    }

    /// The symbol of no word.
    static let gap: Int32 = 0

    private var children: [Edge: Int32] = [:]
    /// That of each node but the root, in the order of the nodes.
    private(set) var edges: [Edge] = []
    /// By node; the root is 0.
    private(set) var entries: [[PhraseTable.Entry]] = [[]]

    mutating func insert(_ symbols: [Int32], _ entry: PhraseTable.Entry) {
        var node: Int32 = 0
        for symbol in symbols { node = grow(Edge(node: node, symbol: symbol)) }
        entries[Int(node)].append(entry)
    }

    private mutating func grow(_ edge: Edge) -> Int32 {
        if let child = children[edge] { return child }
        let child = Int32(entries.count)
        entries.append([])
        edges.append(edge)
        children[edge] = child
        return child
    }
}
