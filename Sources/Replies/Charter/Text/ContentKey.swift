/// Words by their first letters, so that most forms of one word are the same: `cancelled`, `cancellation`.
enum ContentKey {
    private static let longest = 5
    private static let shortest = 4

    /// 0 for a word too short to tell anything.
    static func key(of form: String) -> UInt64 {
        var key: UInt64 = 0
        var letters = 0
        for scalar in form.unicodeScalars.prefix(longest) {
            key = key << 12 | UInt64(folded(scalar).value & 0xFFF)
            letters += 1
        }
        return letters >= shortest ? key : 0
    }

    /// Accents come and go between forms of a word: `règle`, `réglé`.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0..<0xE0: scalar
        case 0xE0...0xE5: "a"
        case 0xE7: "c"
        case 0xE8...0xEB: "e"
        case 0xEC...0xEF: "i"
        case 0xF1: "n"
        case 0xF2...0xF6: "o"
        case 0xF9...0xFC: "u"
        default: scalar
        }
    }

    static func contains(_ key: UInt64, in sorted: [UInt64]) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == key
    }
}
