/// The words of a text in lower case, one by one: runs of letters, digits and apostrophes.
struct WordsOfText: Sequence, IteratorProtocol {
    private var bytes: Substring.UTF8View
    private var word: [UInt8] = []

    init(_ text: String) {
        bytes = text[...].utf8
    }

    mutating func next() -> String? {
        word.removeAll(keepingCapacity: true)
        while let byte = bytes.first {
            let isPart = take(byte)
            if !isPart, !word.isEmpty { break }
        }
        while word.last == Self.apostrophe { word.removeLast() }
        return word.isEmpty ? nil : String(decoding: word, as: UTF8.self).lowercasedOutsideASCII
    }

    private static let apostrophe = UInt8(ascii: "'")

    /// Takes one octet, or a sign of several; false for what stands between words.
    private mutating func take(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A: word.append(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39: word.append(byte)
        case Self.apostrophe where !word.isEmpty: word.append(byte)
        case 0..<0x80:
            bytes.removeFirst()
            return false
        case 0xC2, 0xE2: return takeSign()
        default: word.append(byte)
        }
        bytes.removeFirst()
        return true
    }

    /// General punctuation and the signs of Latin-1; a curled apostrophe within a word is a straight one.
    private mutating func takeSign() -> Bool {
        let sign = Array(bytes.prefix(bytes.first == 0xC2 ? 2 : 3))
        bytes.removeFirst(Swift.min(sign.count, bytes.count))
        if sign == [0xE2, 0x80, 0x99], !word.isEmpty {
            word.append(Self.apostrophe)
            return true
        }
        return false
    }
}

extension String {
    /// ASCII is in lower case already.
    fileprivate var lowercasedOutsideASCII: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : lowercased()
    }
}
