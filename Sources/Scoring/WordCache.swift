/// What is known of words by their form: the words of keywords from the start, the others of texts as they come.
///
/// Stemming a word and mending its spelling costs as much as tokenising a line, and most words come again. Learned words
/// are forgotten all at once when there are too many, so the memory is bounded whatever texts hold. Nobody outside can
/// slow it down with words that collide: after a few tries a word just is not remembered.
struct WordCache: Sendable {
    private struct Slot {
        /// The first eight bytes of the word.
        var head: UInt64 = 0
        /// Where the whole word stands in `bytes`.
        var start: UInt32 = 0
        /// 0 where the slot is free.
        var length: UInt32 = 0
        var symbols = WordSymbols()
    }

    private static let mostWords = 1 << 14
    private static let mostTries = 8

    private var slots = [Slot](repeating: Slot(), count: 1 << 10)
    private var bytes: [UInt8] = []
    private var count = 0

    /// - Parameter words: none of them empty.
    init(_ words: [([UInt8], WordSymbols)]) {
        for (word, symbols) in words {
            let padded = word + [UInt8](repeating: 0, count: TokenizedText.padding)
            padded.withUnsafeBytes { learn(Key($0, word.indices), symbols, base: nil) }
        }
    }

    /// A word in a buffer.
    struct Key {
        fileprivate let text: UnsafeRawBufferPointer
        fileprivate let start: Int
        fileprivate let length: Int
        fileprivate let head: UInt64
        fileprivate let hash: UInt64

        /// - Parameter range: not empty, and at least `TokenizedText.padding` before the end of `text`.
        @inline(__always)
        init(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
            self.text = text
            start = range.lowerBound
            length = range.count
            head = Self.octets(text, at: start, left: length)
            var hash = (head ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
            var done = 8
            while done < length {
                hash ^= hash >> 29
                hash = (hash ^ Self.octets(text, at: start + done, left: length - done)) &* 0xBF58_476D_1CE4_E5B9
                done += 8
            }
            self.hash = hash ^ hash >> 32
        }

        /// Up to eight bytes of the word, 0 beyond its end.
        @inline(__always)
        private static func octets(_ text: UnsafeRawBufferPointer, at place: Int, left: Int) -> UInt64 {
            let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            return left >= 8 ? word : word & (1 << UInt64(left * 8) - 1)
        }

        fileprivate var octets: Slice<UnsafeRawBufferPointer> { text[start..<start + length] }
    }

    @inline(__always)
    func symbols(of key: Key) -> WordSymbols? {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: key.hash) & mask
        for _ in 0..<Self.mostTries {
            let slot = slots[place]
            if slot.length == 0 { return nil }
            if slot.head == key.head, holds(key, in: slot) { return slot.symbols }
            place = (place + 1) & mask
        }
        return nil
    }

    @inline(__always)
    private func holds(_ key: Key, in slot: Slot) -> Bool {
        guard Int(slot.length) == key.length else { return false }
        return key.length <= 8 || bytes[Int(slot.start)..<Int(slot.start) + key.length].elementsEqual(key.octets)
    }

    /// - Parameter base: what is left when learned words are forgotten.
    mutating func learn(_ key: Key, _ symbols: WordSymbols, base: WordCache?) {
        if let base, count >= base.count + Self.mostWords { self = base }
        if count * 2 >= slots.count { grow() }
        let start = bytes.count
        let slot = Slot(head: key.head, start: UInt32(start), length: UInt32(key.length), symbols: symbols)
        guard place(slot, hash: key.hash) else { return }
        bytes.append(contentsOf: key.octets)
        count += 1
    }

    private mutating func place(_ slot: Slot, hash: UInt64) -> Bool {
        let mask = slots.count - 1
        let home = Int(truncatingIfNeeded: hash)
        guard let free = (0..<Self.mostTries).first(where: { slots[(home + $0) & mask].length == 0 }) else {
            return false
        }
        slots[(home + free) & mask] = slot
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        let padded = bytes + [UInt8](repeating: 0, count: TokenizedText.padding)
        padded.withUnsafeBytes { text in
            for slot in old where slot.length > 0 {
                let key = Key(text, Int(slot.start)..<Int(slot.start + slot.length))
                if !place(slot, hash: key.hash) { count -= 1 }
            }
        }
    }
}
