/// A word or number of a line, as the rules for quotes and signatures compare it.
struct Word {
    /// Made of its folded letters; 0 for a number.
    var key: UInt64
    /// Where it begins in the octets of the text.
    var start: Int
    /// How many digits or letters.
    var length: Int
    /// Of a number of up to nine digits; else -1.
    var value: Int
    var isCapital: Bool
    /// Written in a script without case and mostly without spaces.
    var isWide: Bool
    /// The one octet between it and the next word; 0 where they touch, 0xFF where more stands between them.
    var gap: UInt8 = 0xFF

    var isNumber: Bool { key == 0 }

    /// The key of a word.
    static func key(_ text: some StringProtocol) -> UInt64 {
        var key = seed
        for scalar in text.unicodeScalars {
            if let folded = LetterFolding.folded(scalar.value) { key = extended(key, by: folded) }
        }
        return key
    }

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The step of the hash FNV-1a, by scalars.
    @inline(__always)
    static func extended(_ key: UInt64, by scalar: UInt32) -> UInt64 {
        (key ^ UInt64(scalar)) &* 0x100_0000_01B3
    }

    /// The keys of a list of words parted by white space.
    static func keys(_ words: String...) -> WordSet {
        WordSet(words.flatMap { $0.split(separator: " ").map { key($0) } })
    }

    /// The key of some words in a row: one word's own, or one made of all.
    static func key(_ words: some Sequence<UInt64>) -> UInt64 {
        var iterator = words.makeIterator()
        guard var key = iterator.next() else { return 0 }
        while let next = iterator.next() { key = key &* 31 &+ next }
        return key
    }

    /// The keys of phrases.
    static func phrases(_ phrases: [String]) -> WordSet {
        WordSet(phrases.map(phrase))
    }

    static func phrase(_ phrase: String) -> UInt64 {
        var scanner = WordScanner()
        scanner.scan(Array(phrase.utf8), 0..<phrase.utf8.count)
        return key(scanner.words.map(\.key))
    }
}
