/// Numbers for words: an open-addressed table over UTF-8 bytes, so that a look-up needs no String.
struct Vocabulary {
    private var bytes: [UInt8] = []
    /// Where each entry's bytes end; entry `n` begins where `n - 1` ends.
    private var ends: [Int32] = []
    private var ids: [Int32] = []
    /// Entry numbers by hash, -1 where free; the count is a power of two and at least twice the entries.
    private var slots: [Int32] = Array(repeating: -1, count: 16)

    /// nil for an unknown word: the place where a misspelt one could be mended to a known one.
    func id(of word: some Collection<UInt8>) -> Int32? {
        let entry = slots[slot(of: word)]
        return entry < 0 ? nil : ids[Int(entry)]
    }

    /// Adds a word that is not in the table yet.
    mutating func insert(_ word: some Collection<UInt8>, id: Int32) {
        if (ends.count + 1) * 2 > slots.count { grow() }
        slots[slot(of: word)] = Int32(ends.count)
        bytes.append(contentsOf: word)
        ends.append(Int32(bytes.count))
        ids.append(id)
    }

    /// The slot that holds the word, or the free one where it belongs.
    private func slot(of word: some Collection<UInt8>) -> Int {
        let mask = slots.count - 1
        var slot = Self.hash(word) & mask
        while slots[slot] >= 0, !bytes[range(of: Int(slots[slot]))].elementsEqual(word) { slot = (slot + 1) & mask }
        return slot
    }

    private func range(of entry: Int) -> Range<Int> {
        (entry == 0 ? 0 : Int(ends[entry - 1]))..<Int(ends[entry])
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for entry in ends.indices { slots[slot(of: bytes[range(of: entry)])] = Int32(entry) }
    }

    /// FNV-1a. Texts only look words up, so nobody outside can fill the table with collisions.
    private static func hash(_ word: some Collection<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
