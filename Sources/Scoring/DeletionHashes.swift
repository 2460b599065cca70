/// The hashes of a word in UTF-8 as a whole and without each of its letters.
///
/// The hash is a polynomial in `base` with the bytes as coefficients, so that leaving a letter out is a division of what
/// stands behind it: a multiplication by `inverse`.
struct DeletionHashes {
    let whole: UInt64
    private let sum: UInt64
    private let word: ArraySlice<UInt8>

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// `base * inverse` is 1 in 64 bits.
    private static let inverse: UInt64 = 0xF1DE_83E1_9937_733D

    @inline(__always)
    init(_ word: ArraySlice<UInt8>) {
        self.word = word
        var sum: UInt64 = 0
        var power: UInt64 = 1
        word.withUnsafeBufferPointer { word in
            var index = 0
            while index < word.count {
                sum &+= (UInt64(word[index]) + 1) &* power
                power = power &* Self.base
                index += 1
            }
        }
        self.sum = sum
        whole = Self.mixed(sum)
    }

    /// How many there are, at most.
    var count: Int { word.count + 1 }

    @inline(__always)
    func visit(_ body: (UInt64) -> Void) {
        body(whole)
        word.withUnsafeBufferPointer { word in
            var before: UInt64 = 0
            var letter: UInt64 = 0
            var power: UInt64 = 1
            var divisor: UInt64 = 1
            var index = 0
            while index < word.count {
                letter &+= (UInt64(word[index]) + 1) &* power
                power = power &* Self.base
                divisor = divisor &* Self.inverse
                index += 1
                guard index == word.count || word[index] & 0xC0 != 0x80 else { continue }
                body(Self.mixed(before &+ (sum &- before &- letter) &* divisor))
                before &+= letter
                (letter, divisor) = (0, 1)
            }
        }
    }

    @inline(__always)
    private static func mixed(_ hash: UInt64) -> UInt64 {
        let hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        return hash ^ hash >> 32
    }
}
