/// Words by their first letters, so that most forms of one word are the same: `cancelled`, `cancellation`.
enum ContentKey {
    private static let longest = 5
    private static let shortest = 4

    /// 0 for a word too short to tell anything.
    static func key(of form: String) -> UInt64 {
        var form = form
        return form.withUTF8(key)
    }

    /// - Parameter form: a word in UTF-8.
    static func key(of form: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        var letters = 0
        var place = 0
        while place < form.count, letters < longest {
            let (scalar, length) = scalar(of: form, at: place)
            key = key << 12 | UInt64(folded(scalar) & 0xFFF)
            letters += 1
            place += length
        }
        return letters >= shortest ? key : 0
    }

    @inline(__always)
    private static func scalar(of form: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt32, length: Int) {
        let lead = form[place]
        if lead < 0x80 { return (UInt32(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for byte in form[place..<min(place + length, form.count)].dropFirst() {
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return (scalar, length)
    }

    /// Accents come and go between forms of a word: `règle`, `réglé`.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(folded(scalar.value)) ?? scalar
    }

    private static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0..<0xE0: scalar
        case 0xE0...0xE5: 0x61
        case 0xE7: 0x63
        case 0xE8...0xEB: 0x65
        case 0xEC...0xEF: 0x69
        case 0xF1: 0x6E
        case 0xF2...0xF6: 0x6F
        case 0xF9...0xFC: 0x75
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
