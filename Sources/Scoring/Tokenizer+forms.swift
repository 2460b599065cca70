import Foundation

extension Tokenizer {
    /// Appends the lower-case, composed form of a token.
    mutating func appendForm(of range: Range<Int>, kind: Token.Kind) {
        switch kind {
        case .mark: output.bytes.append(isQuestion(scalars[range.lowerBound]) ? UInt8(ascii: "?") : UInt8(ascii: "!"))
        case .emoji: appendEmoji(range)
        default: appendLetters(range)
        }
    }

    private func isQuestion(_ scalar: Unicode.Scalar) -> Bool {
        ["?", "\u{61F}", "\u{37E}", "\u{FF1F}", "\u{2047}", "\u{2048}"].contains(scalar)
    }

    /// An emoji without what only changes its looks.
    private mutating func appendEmoji(_ range: Range<Int>) {
        for scalar in scalars[range] where scalar == "\u{200D}" || !Self.goesOnEmoji(scalar) {
            output.bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
    }

    private mutating func appendLetters(_ range: Range<Int>) {
        let from = output.bytes.count
        for scalar in scalars[range] {
            switch scalar.value {
            case 0x41...0x5A: output.bytes.append(UInt8(scalar.value + 0x20))
            case 0..<0x80: output.bytes.append(UInt8(scalar.value))
            case 0xC0...0xDE, 0xDF...0xFF: appendLatin1(scalar.value)
            default:
                output.bytes.removeSubrange(from...)
                return appendComposed(range)
            }
        }
    }

    private mutating func appendLatin1(_ value: UInt32) {
        let lower = value <= 0xDE ? value + 0x20 : value
        output.bytes.append(0xC0 | UInt8(lower >> 6))
        output.bytes.append(0x80 | UInt8(lower & 0x3F))
    }

    /// The slow way, for everything beyond Latin-1: compatibility forms and combining marks are composed.
    private mutating func appendComposed(_ range: Range<Int>) {
        let word = String(String.UnicodeScalarView(scalars[range]))
        output.bytes.append(contentsOf: word.precomposedStringWithCompatibilityMapping.lowercased().utf8)
    }
}
