/// Numbers for pairs of numbers: an open-addressed table.
struct PairTable {
    private struct Slot {
        var key: UInt64
        var value: Int32
    }

    private static let free = Slot(key: .max, value: -1)

    private var slots = Array(repeating: PairTable.free, count: 16)
    private var count = 0

    /// The number of the pair; negative where it has none.
    func value(of first: Int32, _ second: Int32) -> Int32 {
        slots[place(of: Self.key(first, second))].value
    }

    mutating func insert(_ first: Int32, _ second: Int32, value: Int32) {
        if (count + 1) * 2 > slots.count { grow() }
        let key = Self.key(first, second)
        let place = place(of: key)
        if slots[place].key != key { count += 1 }
        slots[place] = Slot(key: key, value: value)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Self.free, count: old.count * 2)
        for slot in old where slot.key != Self.free.key { slots[place(of: slot.key)] = slot }
    }

    private func place(of key: UInt64) -> Int {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
            while slots[place].key != key, slots[place].key != Self.free.key { place = (place + 1) & mask }
            return place
        }
    }

    private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }
}
