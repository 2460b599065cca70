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
        !contains { $0 >= 0x80 }
    }

    func trimmed() -> Octets {
        var slice = self
        while let first = slice.first, first.isWhiteSpace { slice.removeFirst() }
        while let last = slice.last, last.isWhiteSpace { slice.removeLast() }
        return slice
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

    /// The index of the first occurrence of two octets in sequence at or after `start`.
    func firstIndex(of a: UInt8, _ b: UInt8, from start: Int) -> Int? {
        var index = start
        while index + 1 < endIndex {
            if self[index] == a, self[index + 1] == b { return index }
            index += 1
        }
        return nil
    }
}

extension String {
    /// Lower case ASCII of a short token; other scalars are replaced.
    init(token octets: some Sequence<UInt8>) {
        self.init(decoding: octets.map(\.lowercased), as: UTF8.self)
    }
}
