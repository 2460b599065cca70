/// Numbers for pairs of numbers: an open-addressed table.
struct PairTable {
    private var keys: [UInt64] = Array(repeating: PairTable.free, count: 16)
    private var values: [Int32] = Array(repeating: -1, count: 16)
    private var count = 0

    /// The number of the pair; negative where it has none.
    func value(of first: Int32, _ second: Int32) -> Int32 {
        values[slot(of: Self.key(first, second))]
    }

    mutating func insert(_ first: Int32, _ second: Int32, value: Int32) {
        if (count + 1) * 2 > keys.count { grow() }
        let key = Self.key(first, second)
        let slot = slot(of: key)
        if keys[slot] == Self.free { count += 1 }
        keys[slot] = key
        values[slot] = value
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: Self.free, count: oldKeys.count * 2)
        values = Array(repeating: -1, count: oldKeys.count * 2)
        for (index, key) in oldKeys.enumerated() where key != Self.free {
            let slot = slot(of: key)
            keys[slot] = key
            values[slot] = oldValues[index]
        }
    }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while keys[slot] != key, keys[slot] != Self.free { slot = (slot + 1) & mask }
        return slot
    }

    private static let free = UInt64.max

    private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }
}
