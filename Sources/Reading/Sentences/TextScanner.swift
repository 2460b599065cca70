/// The pass that cuts a text into pieces.
struct TextScanner {
    let bytes: [UInt8]
    private let words: WordTable
    private(set) var pieces: [Piece] = []
    private var index = 0
    private var scalar = 0
    private var isAfterSpace = true
    /// Where the last address or link ended.
    private var linkEnd = 0

    init(_ bytes: [UInt8], words: WordTable) {
        self.bytes = bytes
        self.words = words
        pieces.reserveCapacity(bytes.count / 4 + 8)
    }

    mutating func run() {
        while index < bytes.count {
            switch ByteClass(bytes[index]) {
            case .space: skip(1)
            case .newline: takeNewline()
            case .letter: takeWord()
            case .digit: takeNumber()
            case .sign: takeSign(1)
            case .multibyte: takeMultibyte()
            }
        }
    }

    private mutating func skip(_ count: Int) {
        index += count
        scalar += 1
        isAfterSpace = true
    }

    private mutating func append(
        _ kind: Piece.Kind,
        from start: Int,
        _ scalarStart: Int,
        value: Int = 0,
        roles: WordRoles = [],
        isCapital: Bool = false
    ) {
        pieces.append(
            Piece(
                kind: kind,
                isAfterSpace: isAfterSpace,
                isCapital: isCapital,
                start: start,
                end: index,
                scalarStart: scalarStart,
                scalarEnd: scalar,
                roles: roles,
                value: value
            )
        )
        isAfterSpace = false
    }

    private mutating func takeNewline() {
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        let (start, scalarStart) = (index, scalar)
        index += isPair ? 2 : 1
        scalar += isPair ? 2 : 1
        if let last = pieces.last, last.kind == .newline {
            pieces[pieces.count - 1].value += 1
            pieces[pieces.count - 1].end = index
            pieces[pieces.count - 1].scalarEnd = scalar
        } else {
            append(.newline, from: start, scalarStart, value: 1)
        }
        isAfterSpace = true
    }

    private mutating func takeWord() {
        if isAfterSpace || pieces.last?.kind == .sign, takeLink() { return }
        let (start, scalarStart) = (index, scalar)
        var hash = FoldedHash()
        while index < bytes.count {
            if ByteClass(bytes[index]) == .letter {
                hash.addLetter(bytes[index])
                index += 1
            } else if bytes[index] >= 0x80, let length = letterLength(at: index) {
                for byte in bytes[index..<index + length] { hash.add(byte) }
                index += length
            } else {
                break
            }
            scalar += 1
        }
        let sense = words[hash.value]
        let isCapital = isCapital(at: start)
        append(.word, from: start, scalarStart, value: sense.value, roles: sense.roles, isCapital: isCapital)
    }

    private mutating func takeNumber() {
        let (start, scalarStart) = (index, scalar)
        var value = 0
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
            value = min(value * 10 + Int(bytes[index] - 0x30), 1 << 50)
            index += 1
        }
        scalar += index - start
        append(.number, from: start, scalarStart, value: value)
    }

    private mutating func takeSign(_ length: Int) {
        if bytes[index] == UInt8(ascii: "@"), takeAddress() { return }
        let (start, scalarStart) = (index, scalar)
        index += length
        scalar += 1
        let value = length == 1 ? Int(bytes[start]) : Int(Self.scalar(bytes[start..<index]))
        append(.sign, from: start, scalarStart, value: value)
    }

    private mutating func takeMultibyte() {
        if letterLength(at: index) != nil { return takeWord() }
        let length = Self.length(bytes[index], left: bytes.count - index)
        if isSpace(at: index) { return skip(length) }
        takeSign(length)
    }

    private mutating func takeAddress() -> Bool {
        guard let range = LinkScan.address(around: index, from: linkEnd, in: bytes) else { return false }
        let scalarStart = scalar - Self.scalarCount(bytes[range.lowerBound..<index])
        removePieces(behind: range.lowerBound, scalarStart)
        // What follows the sign is ASCII, so that bytes and scalars advance together.
        scalar += range.upperBound - index
        index = range.upperBound
        isAfterSpace = true
        append(.email, from: range.lowerBound, scalarStart)
        linkEnd = index
        return true
    }

    /// What is left of a word that an address begins in has none of its roles.
    private mutating func removePieces(behind start: Int, _ scalarStart: Int) {
        while let last = pieces.last, last.start >= start { pieces.removeLast() }
        guard let last = pieces.indices.last, pieces[last].end > start else { return }
        pieces[last].end = start
        pieces[last].scalarEnd = scalarStart
        pieces[last].roles = []
        pieces[last].value = 0
    }

    private mutating func takeLink() -> Bool {
        guard let end = LinkScan.linkEnd(from: index, in: bytes) else { return false }
        let (start, scalarStart) = (index, scalar)
        scalar += Self.scalarCount(bytes[start..<end])
        index = end
        append(.link, from: start, scalarStart)
        linkEnd = end
        return true
    }
}
