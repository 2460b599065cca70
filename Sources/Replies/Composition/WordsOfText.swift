/// The words of a text in lower case, one by one: runs of letters, digits and apostrophes.
struct WordsOfText: Sequence, IteratorProtocol {
    private let bytes: ContiguousArray<UInt8>
    private var place = 0
    private var word: [UInt8] = []

    init(_ text: String) {
        bytes = ContiguousArray(text.utf8)
    }

    mutating func next() -> String? {
        word.removeAll(keepingCapacity: true)
        while place < bytes.count {
            let isPart = take(bytes[place])
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
            place += 1
            return false
        case 0xC2, 0xE2: return takeSign()
        default: word.append(byte)
        }
        place += 1
        return true
    }

    /// General punctuation and the signs of Latin-1; a curled apostrophe within a word is a straight one.
    private mutating func takeSign() -> Bool {
        let sign = bytes[place..<Swift.min(place + (bytes[place] == 0xC2 ? 2 : 3), bytes.count)]
        place = sign.endIndex
        if sign.elementsEqual([0xE2, 0x80, 0x99]), !word.isEmpty {
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
