/// The form in which a slot stands in a text: its name in double square brackets.
package enum SlotMark {
    package static func text(_ name: String) -> String {
        "[[\(name)]]"
    }

    /// A mark in a text, and what its brackets hold.
    package struct Found: Hashable, Sendable {
        package var name: String
        package var range: Range<String.Index>
    }

    /// Every pair of double square brackets on one line that no backslash escapes. What it holds may be no slot's
    /// name at all: whoever asks decides what that means.
    package static func all(in text: String) -> [Found] {
        var text = text
        let places = text.withUTF8(places)
        return places.map { place in
            let start = text.utf8.index(text.startIndex, offsetBy: place.lowerBound)
            let end = text.utf8.index(start, offsetBy: place.count)
            let inside = text.utf8.index(start, offsetBy: 2)..<text.utf8.index(end, offsetBy: -2)
            return Found(name: String(text[inside]), range: start..<end)
        }
    }

    /// In octets.
    private static func places(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "\n"): open = nil
            case UInt8(ascii: "[") where isDoubled(bytes, at: index): open = index
            case UInt8(ascii: "]") where isDoubled(bytes, at: index):
                guard let start = open else { break }
                found.append(start..<index + 2)
                open = nil
                index += 1
            default: break
            }
            index += 1
        }
        return found
    }

    private static func isDoubled(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index + 1] == bytes[index]
    }

    /// Letters, digits and underscores of ASCII, beginning with a letter.
    package static func isName(_ name: some StringProtocol) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
