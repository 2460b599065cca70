/// A fixed set of words, looked up by key in a few steps.
struct WordSet: Sendable {
    private let slots: [UInt64]

    init(_ keys: some Collection<UInt64>) {
        var size = 16
        while size < keys.count * 4 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for key in keys where key != 0 {
            var index = Self.index(key, size)
            while slots[index] != 0, slots[index] != key { index = (index + 1) & (size - 1) }
            slots[index] = key
        }
        self.slots = slots
    }

    func contains(_ key: UInt64) -> Bool {
        var index = Self.index(key, slots.count)
        while slots[index] != 0 {
            if slots[index] == key { return key != 0 }
            index = (index + 1) & (slots.count - 1)
        }
        return false
    }

    @inline(__always)
    private static func index(_ key: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: key ^ key >> 29) & (size - 1)
    }
}
