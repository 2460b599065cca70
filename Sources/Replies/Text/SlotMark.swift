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
        let bytes = text.utf8
        var found: [Found] = []
        var open: String.Index?
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let next = bytes.index(after: index)
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                index = next == bytes.endIndex ? next : bytes.index(after: next)
                continue
            case UInt8(ascii: "\n"):
                open = nil
            case UInt8(ascii: "[") where next < bytes.endIndex && bytes[next] == UInt8(ascii: "["):
                open = index
            case UInt8(ascii: "]") where next < bytes.endIndex && bytes[next] == UInt8(ascii: "]"):
                guard let start = open else { break }
                let name = String(text[text.utf8.index(start, offsetBy: 2)..<index])
                found.append(Found(name: name, range: start..<bytes.index(after: next)))
                open = nil
                index = bytes.index(after: next)
                continue
            default:
                break
            }
            index = next
        }
        return found
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
