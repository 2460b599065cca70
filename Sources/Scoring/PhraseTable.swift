/// The keywords of one language as sequences of token numbers, in a tree by their first, second, … token.
struct PhraseTable {
    /// A keyword of a label, as its editor wrote it.
    struct Entry {
        let label: Int
        let keyword: String
        let weight: Double
    }

    private var stems = Vocabulary()
    private var forms = Vocabulary()
    /// Numbers below this are the classes, in the order of `TokenClass.allCases`.
    private var nextID = Int32(TokenClass.allCases.count)
    /// (node, token number) to node; the root is 0.
    private var children: [UInt64: Int32] = [:]
    /// What is found when a walk reaches the node.
    private(set) var entries: [[Entry]] = [[]]

    mutating func insert(_ pattern: KeywordPattern, _ entry: Entry) {
        var node: Int32 = 0
        for element in pattern.elements { node = grow(node, number(element)) }
        entries[Int(node)].append(entry)
    }

    func child(of node: Int32, by number: Int32) -> Int32? {
        children[Self.key(node, number)]
    }

    /// The numbers by which keywords can know the token: one by its stem or class, one by its form.
    func numbers(of token: Token, _ folded: FoldedForms) -> (Int32?, Int32?) {
        switch token.kind {
        case .boundary: (nil, nil)
        case .member(let kind): (Self.number(kind), forms.id(of: folded.form))
        default: (stems.id(of: folded.stem), forms.id(of: folded.form))
        }
    }

    private mutating func grow(_ node: Int32, _ number: Int32) -> Int32 {
        let key = Self.key(node, number)
        if let child = children[key] { return child }
        let child = Int32(entries.count)
        entries.append([])
        children[key] = child
        return child
    }

    private mutating func number(_ element: KeywordPattern.Element) -> Int32 {
        switch element {
        case .stem(let bytes): number(bytes, in: \.stems)
        case .exact(let bytes): number(bytes, in: \.forms)
        case .member(let kind): Self.number(kind)
        case .gap: Self.gap
        }
    }

    /// The node after a gap that follows `node`.
    func childAfterGap(of node: Int32) -> Int32? {
        child(of: node, by: Self.gap)
    }

    private static let gap: Int32 = -1

    private mutating func number(_ bytes: [UInt8], in table: WritableKeyPath<Self, Vocabulary>) -> Int32 {
        if let known = self[keyPath: table].id(of: bytes) { return known }
        defer { nextID += 1 }
        self[keyPath: table].insert(bytes, id: nextID)
        return nextID
    }

    private static func number(_ kind: TokenClass) -> Int32 {
        switch kind {
        case .number: 0
        case .id: 1
        case .amount: 2
        case .date: 3
        case .email: 4
        case .url: 5
        }
    }

    private static func key(_ node: Int32, _ number: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: number))
    }
}
