/// Charsets of seven bits that switch between alphabets with escape sequences, rewritten in eight bits for iconv.
///
/// glibc does not know HZ, and its ISO-2022-JP lacks the characters beyond JIS X 0208 that Japanese programs send in it
/// (circled numbers, abbreviations), which its EUC-JP has.
enum ShiftedCharset {
    private enum Alphabet {
        case ascii
        case kana
        case kanji
    }

    /// ISO-2022-JP (RFC 1468) with half-width kana, as EUC-JP.
    static func japanese(_ octets: Octets) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(octets.count)
        var alphabet = Alphabet.ascii
        var index = octets.startIndex
        while index < octets.endIndex {
            let octet = octets[index]
            if octet == ASCII.escape, let escape = escape(octets[(index + 1)...]) {
                alphabet = escape.alphabet
                index += 1 + escape.length
                continue
            }
            if octet == ASCII.lineFeed { alphabet = .ascii }
            if octet < 0x21 || octet > 0x7E || alphabet == .ascii {
                output.append(octet)
            } else {
                if alphabet == .kana { output.append(0x8E) }
                output.append(octet | 0x80)
            }
            index += 1
        }
        return output
    }

    /// The escape sequences are those of RFC 1468, RFC 1554 and JIS X 0201.
    private static func escape(_ rest: Octets) -> (alphabet: Alphabet, length: Int)? {
        if rest.starts(with: "$(D".utf8) || rest.starts(with: "$(B".utf8) { return (.kanji, 3) }
        if rest.starts(with: "$B".utf8) || rest.starts(with: "$@".utf8) { return (.kanji, 2) }
        if rest.starts(with: "(I".utf8) { return (.kana, 2) }
        return rest.starts(with: "(B".utf8) || rest.starts(with: "(J".utf8) || rest.starts(with: "(H".utf8)
            ? (.ascii, 2) : nil
    }

    /// HZ (RFC 1843) as GB 18030.
    static func chinese(_ octets: Octets) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(octets.count)
        var isShifted = false
        var index = octets.startIndex
        while index < octets.endIndex {
            let octet = octets[index]
            let next = index + 1 < octets.endIndex ? octets[index + 1] : 0
            index += 1
            switch (octet, next) {
            case (UInt8.ascii("~"), UInt8.ascii("{")): isShifted = true
            case (UInt8.ascii("~"), UInt8.ascii("}")): isShifted = false
            case (UInt8.ascii("~"), ASCII.lineFeed): break
            case (UInt8.ascii("~"), UInt8.ascii("~")) where !isShifted: output.append(octet)
            default:
                if octet == ASCII.lineFeed { isShifted = false }
                output.append(isShifted && octet > 0x20 ? octet | 0x80 : octet)
                continue
            }
            index += 1
        }
        return output
    }
}
