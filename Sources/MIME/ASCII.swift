import Glibc

/// A run of octets of a message, sharing its storage.
typealias Octets = ArraySlice<UInt8>

enum ASCII {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let escape: UInt8 = 0x1B
    static let space: UInt8 = 0x20
}

extension UInt8 {
    static func ascii(_ scalar: Unicode.Scalar) -> UInt8 {
        UInt8(truncatingIfNeeded: scalar.value)
    }

    /// Linear white space as header fields may hold it once their lines are joined, CR and LF included.
    var isWhiteSpace: Bool {
        self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
    }

    var isBlank: Bool {
        self == 0x20 || self == 0x09
    }

    var isLetter: Bool {
        (0x61...0x7A).contains(self | 0x20)
    }

    var isDigit: Bool {
        (0x30...0x39).contains(self)
    }

    var lowercased: UInt8 {
        (0x41...0x5A).contains(self) ? self | 0x20 : self
    }

    var hexValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}

extension Collection<UInt8> {
    /// Whether this begins with a word, compared without case; `word` must be lower case ASCII.
    func starts(withWord word: StaticString) -> Bool {
        word.withUTF8Buffer { letters in
            var index = startIndex
            for letter in letters {
                guard index < endIndex, self[index].lowercased == letter else { return false }
                formIndex(after: &index)
            }
            return true
        }
    }
}

extension Octets {
    var isASCII: Bool {
        withUnsafeBufferPointer { octets in
            var all: UInt8 = 0
            for octet in octets { all |= octet }
            return all < 0x80
        }
    }

    func trimmed() -> Octets {
        trimmed { $0.isWhiteSpace }
    }

    func trimmed(of isTrimmed: (UInt8) -> Bool) -> Octets {
        var start = startIndex
        var end = endIndex
        while start < end, isTrimmed(self[start]) { start += 1 }
        while end > start, isTrimmed(self[end - 1]) { end -= 1 }
        return self[start..<end]
    }

    /// The index of the first such octet at or after `start`.
    func firstIndex(of octet: UInt8, from start: Int) -> Int? {
        guard start < endIndex else { return nil }
        return withUnsafeBytes { octets in
            guard let base = octets.baseAddress?.advanced(by: start - startIndex) else { return nil }
            return memchr(base, Int32(octet), endIndex - start).map { start + (UnsafeRawPointer($0) - base) }
        }
    }

    /// The index of the first occurrence of two octets in sequence at or after `start`.
    func firstIndex(of a: UInt8, _ b: UInt8, from start: Int) -> Int? {
        var index = firstIndex(of: a, from: start)
        while let found = index {
            if found + 1 < endIndex, self[found + 1] == b { return found }
            index = firstIndex(of: a, from: found + 1)
        }
        return nil
    }

    /// Whether a word occurs anywhere, compared without case; `word` must be lower case ASCII.
    func contains(word: StaticString) -> Bool {
        let first = word.utf8Start.pointee
        var index = startIndex
        while index + word.utf8CodeUnitCount <= endIndex {
            if self[index].lowercased == first, self[index...].starts(withWord: word) { return true }
            index += 1
        }
        return false
    }

    func hasHyphens(at index: Int) -> Bool {
        index >= startIndex && index + 1 < endIndex && self[index] == 0x2D && self[index + 1] == 0x2D
    }

    /// Where the next line begins that starts with two hyphens, if one does after `start`.
    func lineWithHyphens(after start: Int) -> Int? {
        withUnsafeBytes { octets in
            var index = start - startIndex
            while index + 2 < octets.count, let base = octets.baseAddress?.advanced(by: index) {
                guard let found = memchr(base, Int32(ASCII.lineFeed), octets.count - index - 2) else { return nil }
                index += UnsafeRawPointer(found) - base + 1
                if octets[index] == 0x2D, octets[index + 1] == 0x2D { return startIndex + index }
            }
            return nil
        }
    }
}

extension String {
    /// A token with its ASCII in lower case; octets that are no UTF-8 are replaced. Stream-safe.
    init(token octets: some Sequence<UInt8>) {
        self = StreamSafeText.make(String(decoding: octets.map(\.lowercased), as: UTF8.self))
    }
}
