/// Text between white space, with what one look at it tells.
struct TokenChunk {
    let start: Int
    private(set) var end: Int
    private(set) var hasDigit = false
    /// Where the only `@` stands; nil for none or several.
    private var at: Int?
    private var ats = 0
    private var slashes: Int?

    init(_ scalars: [Unicode.Scalar], from start: Int) {
        self.start = start
        end = start
        while end < scalars.count, look(at: scalars[end]) { end += 1 }
    }

    private mutating func look(at scalar: Unicode.Scalar) -> Bool {
        switch ScalarClass(scalar) {
        case .space, .newline: return false
        case .digit: hasDigit = true
        default: break
        }
        if scalar == "@" {
            at = end
            ats += 1
        } else if scalar == "/", slashes == nil {
            slashes = end
        }
        return true
    }

    /// The e-mail address or URL that the chunk is, once punctuation around it is taken off.
    func addressOrLink(in scalars: [Unicode.Scalar]) -> (kind: TokenClass, range: Range<Int>)? {
        guard ats == 1 || slashes != nil || scalars[start] == "w" || scalars[start] == "W" else { return nil }
        var range = start..<end
        while let first = range.first, Self.opens(scalars[first]) { range = first + 1..<range.upperBound }
        while let last = range.last, Self.closes(scalars[last]) { range = range.lowerBound..<last }
        if isLink(range, in: scalars) { return (.url, range) }
        return ats == 1 && isAddress(range, in: scalars) ? (.email, range) : nil
    }

    private func isLink(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
        Self.linkBeginnings.contains { beginning in
            range.count > beginning.count
                && zip(scalars[range], beginning).allSatisfy { $0 == $1 || Self.isCapital($0, of: $1) }
        }
    }

    private static func isCapital(_ scalar: Unicode.Scalar, of letter: Unicode.Scalar) -> Bool {
        ("A"..."Z").contains(scalar) && scalar.value + 0x20 == letter.value
    }

    private static let linkBeginnings = ["http://", "https://", "www."].map { Array($0.unicodeScalars) }

    private func isAddress(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
        guard let at, range.lowerBound < at, at + 3 < range.upperBound else { return false }
        return scalars[at + 1..<range.upperBound].contains(".")
            && scalars[range].allSatisfy { $0 == "@" || Self.isAtom($0) }
    }

    private static func isAtom(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarClass(scalar) {
        case .letter, .digit: true
        default: [".", "-", "_", "+", "%"].contains(scalar)
        }
    }

    private static func opens(_ scalar: Unicode.Scalar) -> Bool {
        ["<", "(", "[", "\"", "'", "„", "“", "«"].contains(scalar)
    }

    private static func closes(_ scalar: Unicode.Scalar) -> Bool {
        [">", ")", "]", "\"", "'", "”", "“", "»", ".", ",", ";", ":", "?", "!"].contains(scalar)
    }
}
