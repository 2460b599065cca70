/// Hashes as a set, in four bytes each: of two words in four thousand million one may be taken for the other.
struct FingerprintSet: Sendable {
    /// 0 where free; a power of two, half empty at least.
    private var slots: [UInt32]

    init(_ hashes: [UInt64]) {
        var size = 16
        while size < hashes.count * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for hash in hashes { slots[place(of: hash)] = Self.fingerprint(hash) }
    }

    func contains(_ hash: UInt64) -> Bool {
        slots[place(of: hash)] != 0
    }

    private func place(of hash: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place] != 0, slots[place] != Self.fingerprint(hash) { place = (place + 1) & (slots.count - 1) }
        return place
    }

    private static func fingerprint(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash >> 32) | 1
    }
}

/// Says quickly that a hash is not in a collection, and is wrong for a few that it lets pass.
struct HashFilter {
    private var bits: [UInt64]

    init(items: Int) {
        // A bit in 64 set: nine looks, as many as a word takes, let one word in eight pass at most.
        var words = 64
        while words < items { words *= 2 }
        bits = Array(repeating: 0, count: words)
    }

    mutating func insert(_ hash: UInt64) {
        bits[place(hash)] |= 1 << (hash & 63)
    }

    @inline(__always)
    func mayHold(_ hash: UInt64) -> Bool {
        bits[place(hash)] & 1 << (hash & 63) != 0
    }

    @inline(__always)
    func mayHold(anyOf hashes: DeletionHashes) -> Bool {
        var holds = false
        hashes.visit { holds = holds || mayHold($0) }
        return holds
    }

    @inline(__always)
    private func place(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash >> 6) & (bits.count - 1)
    }
}
