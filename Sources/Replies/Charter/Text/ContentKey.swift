/// Words by their first letters, so that most forms of one word are the same: `cancelled`, `cancellation`.
enum ContentKey {
    private static let longest = 5
    private static let shortest = 4

    /// 0 for a word too short to tell anything.
    static func key(of form: String) -> UInt64 {
        var key: UInt64 = 0
        var letters = 0
        for scalar in form.unicodeScalars.prefix(longest) {
            key = key << 12 | UInt64(fold(scalar.value) & 0xFFF)
            letters += 1
        }
        return letters >= shortest ? key : 0
    }

    /// Accents come and go between forms of a word: `règle`, `réglé`.
    private static func fold(_ value: UInt32) -> UInt32 {
        switch value {
        case 0xE0...0xE5: 0x61
        case 0xE7: 0x63
        case 0xE8...0xEB: 0x65
        case 0xEC...0xEF: 0x69
        case 0xF1: 0x6E
        case 0xF2...0xF6: 0x6F
        case 0xF9...0xFC: 0x75
        default: value
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
