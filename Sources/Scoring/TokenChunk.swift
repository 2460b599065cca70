/// Text between white space, with what one look at it tells; places are in bytes.
struct TokenChunk {
    let start: Int
    private(set) var end: Int
    private(set) var hasDigit = false
    /// Where the only `@` stands; nil for none or several.
    private var at: Int?
    private var ats = 0
    private let source: UnsafeBufferPointer<UInt8>

    init(_ source: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.source = source
        self.start = start
        end = start
        while end < source.count {
            let sight = ScalarSight(source, at: end)
            guard sight.kind != .space, sight.kind != .newline else { break }
            if sight.kind == .digit { hasDigit = true }
            if sight.scalar == 0x40 {
                at = end
                ats += 1
            }
            end += sight.length
        }
    }

    /// The e-mail address or URL that the chunk is, once punctuation around it is taken off.
    var addressOrLink: (kind: TokenClass, range: Range<Int>)? {
        var range = start..<end
        while !range.isEmpty, Self.opens(sight(at: range.lowerBound)) {
            range = range.lowerBound + sight(at: range.lowerBound).length..<range.upperBound
        }
        while !range.isEmpty, Self.closes(sight(at: last(of: range))) { range = range.lowerBound..<last(of: range) }
        if isLink(range) { return (.url, range) }
        return ats == 1 && isAddress(range) ? (.email, range) : nil
    }

    private func sight(at byte: Int) -> ScalarSight {
        ScalarSight(source, at: byte)
    }

    /// Where the last scalar begins.
    private func last(of range: Range<Int>) -> Int {
        var byte = range.upperBound - 1
        while byte > range.lowerBound, source[byte] & 0xC0 == 0x80 { byte -= 1 }
        return byte
    }

    private func isLink(_ range: Range<Int>) -> Bool {
        Self.linkBeginnings.contains { beginning in
            range.count > beginning.count
                && zip(source[range], beginning).allSatisfy { $0 == $1 || $0 &- 0x41 < 26 && $0 | 0x20 == $1 }
        }
    }

    private static let linkBeginnings = ["http://", "https://", "www."].map { Array($0.utf8) }

    private func isAddress(_ range: Range<Int>) -> Bool {
        guard let at, range.lowerBound < at, at + 3 < range.upperBound else { return false }
        guard source[at + 1..<range.upperBound].contains(UInt8(ascii: ".")) else { return false }
        var byte = range.lowerBound
        while byte < range.upperBound {
            let sight = sight(at: byte)
            guard Self.isAtom(sight) else { return false }
            byte += sight.length
        }
        return true
    }

    private static func isAtom(_ sight: ScalarSight) -> Bool {
        switch sight.scalar {
        case 0x25, 0x2B, 0x2D, 0x2E, 0x40, 0x5F: true  // % + - . @ _
        default: sight.kind == .letter || sight.kind == .digit
        }
    }

    private static func opens(_ sight: ScalarSight) -> Bool {
        switch sight.scalar {
        case 0x22, 0x27, 0x28, 0x3C, 0x5B, 0xAB, 0x201C, 0x201E: true  // " ' ( < [ « “ „
        default: false
        }
    }

    private static func closes(_ sight: ScalarSight) -> Bool {
        switch sight.scalar {
        case 0x21, 0x22, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3E, 0x3F, 0x5D: true  // ! " ' ) , . : ; > ? ]
        case 0xBB, 0x201C, 0x201D: true  // » “ ”
        default: false
        }
    }
}
