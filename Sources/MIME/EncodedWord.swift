/// One `=?charset?encoding?text?=` (RFC 2047 §2, with the language tag of RFC 2231 §5), decoded to octets.
///
/// Reads more than the grammar allows, as real mail needs: spaces and folding inside the text, blanks around the charset,
/// missing padding, a last word that was cut off.
struct EncodedWord {
    /// Lower case, without a language tag.
    var charset: String
    var octets: [UInt8]
    /// The index after the closing `?=`.
    var end: Int

    /// A charset name longer than this, or a text longer than `longestText`, is no encoded-word.
    private static let longestName = 60
    private static let longestText = 100_000
    private static let question = UInt8.ascii("?")

    init?(_ raw: Octets, at start: Int) {
        guard start + 1 < raw.endIndex, raw[start] == UInt8.ascii("="), raw[start + 1] == Self.question else {
            return nil
        }
        let rest = raw[(start + 2)...]
        guard let nameEnd = rest.prefix(Self.longestName).firstIndex(of: Self.question) else { return nil }
        guard let encoding = Self.encoding(raw, after: nameEnd) else { return nil }
        let name = rest[..<nameEnd].prefix { $0 != UInt8.ascii("*") }.trimmed()
        guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8.ascii("=") }) else { return nil }
        let isBase64 = encoding.letter == UInt8.ascii("b")
        guard let bounds = Self.bounds(raw, from: encoding.next, isBase64: isBase64) else { return nil }
        octets = isBase64 ? Base64.decode(bounds.text) : Self.decodeQ(bounds.text)
        charset = String(token: name)
        end = bounds.end
    }

    /// Whether octets may hold an encoded-word.
    static func occurs(in octets: Octets) -> Bool {
        octets.firstIndex(of: UInt8.ascii("="), question, from: octets.startIndex) != nil
    }

    /// The letter between two question marks, which blanks may surround.
    private static func encoding(_ raw: Octets, after question: Int) -> (letter: UInt8, next: Int)? {
        var index = question + 1
        while index < raw.endIndex, raw[index].isBlank { index += 1 }
        guard index < raw.endIndex else { return nil }
        let letter = raw[index].lowercased
        guard letter == UInt8.ascii("b") || letter == UInt8.ascii("q") else { return nil }
        index += 1
        while index < raw.endIndex, raw[index].isBlank { index += 1 }
        guard index < raw.endIndex, raw[index] == Self.question else { return nil }
        return (letter, index + 1)
    }

    /// A question mark within the text ends it only before `=`; another `=?` means that this one was never closed.
    private static func bounds(_ raw: Octets, from start: Int, isBase64: Bool) -> (text: Octets, end: Int)? {
        let stop = min(raw.endIndex, start + longestText) - 1
        var index = start
        while index < stop {
            if raw[index] == question, raw[index + 1] == UInt8.ascii("=") { return (raw[start..<index], index + 2) }
            if raw[index] == UInt8.ascii("="), raw[index + 1] == question, index + 2 <= stop,
                raw[index + 2] != UInt8.ascii("=")
            {
                return nil
            }
            index += 1
        }
        return start < raw.endIndex && stop == raw.endIndex - 1 ? cut(raw[start...], isBase64: isBase64) : nil
    }

    /// A word that the end of the value cuts off, if it looks like one to its end.
    private static func cut(_ rest: Octets, isBase64: Bool) -> (text: Octets, end: Int)? {
        let text = rest.trimmed { $0.isWhiteSpace || $0 == question }
        let isCoded = text.allSatisfy { $0 > 0x20 && $0 < 0x7F && (!isBase64 || Base64.isCharacter($0)) }
        let hasCode = isBase64 || text.contains(UInt8.ascii("=")) || text.contains(UInt8.ascii("_"))
        return isCoded && hasCode && text.count > 3 ? (text, rest.endIndex) : nil
    }

    private static func decodeQ(_ text: Octets) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let octet = text[index]
            index += 1
            if octet == UInt8.ascii("_") {
                octets.append(ASCII.space)
            } else if octet == UInt8.ascii("="), index + 1 < text.endIndex, let high = text[index].hexValue,
                let low = text[index + 1].hexValue
            {
                octets.append(high << 4 | low)
                index += 2
            } else if octet != ASCII.carriageReturn, octet != ASCII.lineFeed {
                octets.append(octet)
            }
        }
        return octets
    }
}
