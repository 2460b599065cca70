/// A set of cues: two words of bits.
struct CueSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    @inline(__always)
    init(arrayLiteral cues: Cue...) {
        for cue in cues { insert(cue) }
    }

    @inline(__always)
    mutating func insert(_ cue: Cue) {
        insert(number: cue.rawValue)
    }

    /// - Parameter index: a cue's raw value.
    @inline(__always)
    mutating func insert(number index: Int) {
        if index < 64 { low |= 1 << UInt64(index) } else { high |= 1 << UInt64(index - 64) }
    }

    mutating func formUnion(_ other: CueSet) {
        low |= other.low
        high |= other.high
    }

    @inline(__always)
    func contains(_ cue: Cue) -> Bool {
        let index = cue.rawValue
        return index < 64 ? low & 1 << UInt64(index) != 0 : high & 1 << UInt64(index - 64) != 0
    }

    /// Whether they share a cue.
    @inline(__always)
    func meets(_ other: CueSet) -> Bool {
        low & other.low != 0 || high & other.high != 0
    }

    /// The raw values of its cues.
    @inline(__always)
    func visit(_ work: (Int) -> Void) {
        Self.visit(low) { work($0) }
        Self.visit(high) { work(64 + $0) }
    }

    @inline(__always)
    private static func visit(_ bits: UInt64, _ work: (Int) -> Void) {
        var rest = bits
        while rest != 0 {
            work(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    var isEmpty: Bool { low | high == 0 }
}
