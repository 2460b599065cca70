/// Marsaglia's xorshift64: the same order of examples in every run.
struct Xorshift {
    private var state: UInt64 = 0x2545_F491_4F6C_DD1D

    mutating func next(below bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(truncatingIfNeeded: (state >> 33) % UInt64(bound))
    }
}
