/// The octets of a short word in one number, in small letters, so that it is compared without a look at memory.
struct PackedWord: Hashable {
    /// 0 for a word of more than eight octets.
    private(set) var octets: UInt64 = 0
    private(set) var count = 0
    private(set) var capitals = 0
    private(set) var smallLetters = 0
    private(set) var digits = 0

    init() {}

    /// - Parameter word: in small letters.
    init(_ word: StaticString) {
        word.withUTF8Buffer { for byte in $0 { octets = octets << 8 | UInt64(byte) } }
        count = word.utf8CodeUnitCount
    }

    /// The word that begins at the place, which is moved to its end.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at place: inout ClauseMap.Mark) {
        var index = place.byte
        var continuations = 0
        while index < bytes.count, Self.holds(bytes[index]) {
            let byte = bytes[index]
            var folded = byte
            switch byte {
            case 0x61...0x7A: smallLetters += 1
            case 0x41...0x5A:
                capitals += 1
                folded |= 0x20
            case 0x80...0xBF: continuations += 1
            case 0x30...0x39: digits += 1
            default: break
            }
            octets = octets << 8 | UInt64(folded)
            index += 1
        }
        count = index - place.byte
        if count > 8 { octets = 0 }
        place.byte = index
        place.scalar += count - continuations
    }

    /// ASCII letters and digits, and what begins or goes on with letters beyond Latin-1's signs and general punctuation.
    @inline(__always)
    static func holds(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x80...0xBF, 0xC3...0xE1, 0xE3...0xFF: true
        default: false
        }
    }

    /// "5. Mai", "z. B." and "Mr. Brown": the stop after the word ends no sentence.
    var isAbbreviated: Bool {
        count == 1 || digits == count && count <= 2 || Self.abbreviations.contains(octets)
    }

    private static let abbreviations: [UInt64] = [
        PackedWord("mr"), PackedWord("mrs"), PackedWord("ms"), PackedWord("dr"), PackedWord("hr"), PackedWord("fr"),
        PackedWord("nr"), PackedWord("st"), PackedWord("mme"), PackedWord("sr"), PackedWord("sra"), PackedWord("ca"),
        PackedWord("bzw"), PackedWord("ggf"), PackedWord("inkl"), PackedWord("dra"), PackedWord("usw"),
    ].map(\.octets)
}
