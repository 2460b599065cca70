/// Looks for many phrases in one pass over a text, whose cost hardly depends on how many they are.
///
/// Phrases are given in lower case and hold four octets or more; the text must come from `FoldedText`. A phrase that
/// begins with an ASCII letter or digit is only found where a word begins.
struct PhraseSet: Sendable {
    private let phrases: [[UInt8]]
    private let byStart: [UInt32: [Int]]
    /// One bit for each hash of the first four octets of a phrase, so that nearly all positions are passed by.
    private let filter: [UInt64]

    init(_ phrases: [String]) {
        self.phrases = phrases.map { Array($0.utf8) }
        var byStart: [UInt32: [Int]] = [:]
        var filter = [UInt64](repeating: 0, count: 64)
        for (index, phrase) in self.phrases.enumerated() {
            precondition(phrase.count >= 4, "a phrase to look for holds four octets or more")
            let start = phrase.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
            byStart[start, default: []].append(index)
            filter[Self.slot(start) >> 6] |= 1 << UInt64(Self.slot(start) & 63)
        }
        self.byStart = byStart
        self.filter = filter
    }

    func matches(in text: ArraySlice<UInt8>) -> Bool {
        var found = false
        scan(text) { _, _ in
            found = true
            return false
        }
        return found
    }

    /// The first match in the text: which phrase, and where.
    func first(in text: ArraySlice<UInt8>) -> (phrase: String, range: Range<Int>)? {
        var found: (String, Range<Int>)?
        scan(text) { phrase, start in
            found = (String(decoding: phrases[phrase], as: UTF8.self), start..<(start + phrases[phrase].count))
            return false
        }
        return found
    }

    /// The phrase that stands first in the list, of those that occur, and where it occurs first.
    func best(in text: ArraySlice<UInt8>) -> (index: Int, range: Range<Int>)? {
        var found: (index: Int, range: Range<Int>)?
        scan(text) { phrase, start in
            if phrase < found?.index ?? .max { found = (phrase, start..<(start + phrases[phrase].count)) }
            return true
        }
        return found
    }

    /// - Parameter visit: takes the phrase's place in the list and its offset in the text; false ends the search.
    private func scan(_ text: ArraySlice<UInt8>, _ visit: (Int, Int) -> Bool) {
        let base = text.startIndex
        text.withUnsafeBytes { bytes in
            var offset = 0
            while let next = candidate(in: bytes, from: offset) {
                let start = bytes.loadUnaligned(fromByteOffset: next, as: UInt32.self)
                for phrase in byStart[start] ?? [] where Self.holds(bytes, next, phrases[phrase]) {
                    guard visit(phrase, base + next) else { return }
                }
                offset = next + 1
            }
        }
    }

    /// The next place at which a phrase may begin.
    private func candidate(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        filter.withUnsafeBufferPointer { filter in
            var offset = start
            while offset <= bytes.count - 4 {
                let slot = Self.slot(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
                if filter[slot >> 6] & (1 << UInt64(slot & 63)) != 0, Self.isStart(bytes, offset) { return offset }
                offset += 1
            }
            return nil
        }
    }

    private static func slot(_ start: UInt32) -> Int {
        Int((start &* 0x9E37_79B1) >> 20)
    }

    private static func isStart(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
        guard offset > 0, isWord(bytes[offset]) else { return true }
        return !isWord(bytes[offset - 1]) && bytes[offset - 1] < 0x80
    }

    private static func isWord(_ octet: UInt8) -> Bool {
        octet &- 0x61 < 26 || octet &- 0x30 < 10
    }

    private static func holds(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ phrase: [UInt8]) -> Bool {
        guard bytes.count - offset >= phrase.count else { return false }
        return phrase.indices.allSatisfy { bytes[offset + $0] == phrase[$0] }
    }
}
