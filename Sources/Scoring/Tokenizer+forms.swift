import Foundation

extension Tokenizer {
    /// Where the form of a passed range stands whose small letters have been written already.
    @inline(__always)
    func plainForm(of range: Range<Int>) -> Range<Int> {
        guard range.count <= Self.longestWord else { return 0..<0 }
        return Range(uncheckedBounds: (offset + range.lowerBound, offset + range.upperBound))
    }

    /// Writes the lower-case, composed form of a range, in its place where it has the same length.
    mutating func form(of range: Range<Int>) -> Range<Int> {
        guard range.count <= Self.longestWord else { return 0..<0 }
        var byte = range.lowerBound
        while byte < range.upperBound {
            let length = writeSmall(at: byte)
            guard length > 0 else { return composedForm(of: range) }
            byte += length
        }
        return plainForm(of: range)
    }

    /// How many bytes were written: 0 where the small letter does not fit in the place of the capital.
    private func writeSmall(at byte: Int) -> Int {
        let lead = source[byte]
        if lead < 0x80 {
            forms[byte] = lead &- 0x41 < 26 ? lead | 0x20 : lead
            return 1
        }
        guard lead < 0xE0 else { return writeUnchanged(at: byte) }
        guard let small = TwoByteScalars.lowercase(look(at: byte).scalar) else { return 0 }
        forms[byte] = 0xC0 | UInt8(small >> 6)
        forms[byte + 1] = 0x80 | UInt8(small & 0x3F)
        return 2
    }

    /// Han, kana and Hangul have no capitals, and most of them nothing to compose.
    private func writeUnchanged(at byte: Int) -> Int {
        let sight = look(at: byte)
        switch sight.scalar {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x9FFF, 0xAC00...0xD7A3:
            return write(byte..<byte + sight.length)
        default: return 0
        }
    }

    /// As they stand in the text.
    private func write(_ range: Range<Int>) -> Int {
        for byte in range { forms[byte] = source[byte] }
        return range.count
    }

    /// The slow way: compatibility forms and combining marks are composed.
    private mutating func composedForm(of range: Range<Int>) -> Range<Int> {
        let word = String(decoding: source[range], as: UTF8.self)
        let form = word.precomposedStringWithCompatibilityMapping.lowercased().utf8
        guard form.count <= Self.longestWord else { return 0..<0 }
        return appendComposed(form)
    }

    /// An emoji without what only changes its looks.
    mutating func emojiForm(of range: Range<Int>) -> Range<Int> {
        guard range.count <= Self.longestWord else { return 0..<0 }
        // One scalar has no looks to take off.
        if look(at: range.lowerBound).length == range.count {
            _ = write(range)
            return plainForm(of: range)
        }
        let scalars = String(decoding: source[range], as: UTF8.self).unicodeScalars
        let kept = scalars.filter { !Self.isLooks($0) }
        return appendComposed(String(String.UnicodeScalarView(kept)).utf8)
    }

    private static func isLooks(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFE0E, 0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3: true
        default: false
        }
    }

    private mutating func appendComposed(_ form: some Collection<UInt8>) -> Range<Int> {
        let start = offset + source.count + composed.count
        composed.append(contentsOf: form)
        return start..<start + form.count
    }
}
