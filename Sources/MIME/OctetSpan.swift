import Glibc

/// Octets that somebody else holds. Places in them are plain indices, so that taking a piece retains and copies nothing.
typealias OctetSpan = Span<UInt8>

extension OctetSpan {
    /// The index of the first such octet in a range.
    func firstIndex(of octet: UInt8, in range: Range<Int>) -> Int? {
        withUnsafeBytes { octets in
            guard !range.isEmpty, range.upperBound <= octets.count, let base = octets.baseAddress else { return nil }
            let found = memchr(base + range.lowerBound, Int32(octet), range.count)
            return found.map { UnsafeRawPointer($0) - base }
        }
    }

    /// Whether a range begins with a word, compared without case; `word` must be lower case ASCII.
    func starts(withWord word: StaticString, _ range: Range<Int>) -> Bool {
        guard range.count >= word.utf8CodeUnitCount else { return false }
        for offset in 0..<word.utf8CodeUnitCount
        where self[range.lowerBound + offset].lowercased != word.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Whether a word occurs in a range, compared without case; `word` must be lower case ASCII.
    func contains(word: StaticString, _ range: Range<Int>) -> Bool {
        range.contains { starts(withWord: word, $0..<range.upperBound) }
    }

    /// Where a mark occurs first in a range, compared without case; it must be lower case ASCII and begin with no letter.
    func firstIndex(ofMark mark: StaticString, in range: Range<Int>) -> Int? {
        var start = range.lowerBound
        while let found = firstIndex(of: mark.utf8Start[0], in: start..<range.upperBound) {
            if starts(withWord: mark, found..<range.upperBound) { return found }
            start = found + 1
        }
        return nil
    }

    /// A range without white space at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start].isWhiteSpace { start += 1 }
        while end > start, self[end - 1].isWhiteSpace { end -= 1 }
        return start..<end
    }

    /// Calls with the octets of a range as they lie in memory.
    func withOctets<Value>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        extracting(range).withUnsafeBufferPointer(body)
    }
}
