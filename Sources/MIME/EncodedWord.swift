/// One `=?charset?encoding?text?=` (RFC 2047 §2, with the language tag of RFC 2231 §5), decoded to octets.
///
/// Reads more than the grammar allows, as real mail needs: spaces and folding inside the text, missing padding.
struct EncodedWord {
    /// Lower case, without a language tag.
    var charset: String
    var octets: Octets
    /// The index after the closing `?=`.
    var end: Int

    /// A charset name longer than this, or a text longer than `longestText`, is no encoded-word.
    private static let longestName = 60
    private static let longestText = 100_000

    init?(_ raw: Octets, at start: Int) {
        guard raw[start...].starts(with: [UInt8.ascii("="), UInt8.ascii("?")]) else { return nil }
        let question = UInt8.ascii("?")
        let nameStart = start + 2
        guard let nameEnd = raw[nameStart...].prefix(Self.longestName).firstIndex(of: question) else { return nil }
        guard nameEnd > nameStart, nameEnd + 3 <= raw.endIndex, raw[nameEnd + 2] == question else { return nil }
        let name = raw[nameStart..<nameEnd].prefix { $0 != UInt8.ascii("*") }
        guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8.ascii("=") }) else { return nil }
        guard let textEnd = Self.end(ofText: raw, from: nameEnd + 3) else { return nil }
        let text = raw[(nameEnd + 3)..<textEnd]
        switch raw[nameEnd + 1].lowercased {
        case UInt8.ascii("b"): octets = Base64.decode(text)[...]
        case UInt8.ascii("q"): octets = Self.decodeQ(text)[...]
        default: return nil
        }
        charset = String(token: name)
        end = textEnd + 2
    }

    /// A question mark within the text ends it only before `=`; another `=?` means that this one was never closed.
    private static func end(ofText raw: Octets, from start: Int) -> Int? {
        let stop = min(raw.endIndex, start + longestText) - 1
        var index = start
        while index < stop {
            if raw[index] == UInt8.ascii("?"), raw[index + 1] == UInt8.ascii("=") { return index }
            if raw[index] == UInt8.ascii("="), raw[index + 1] == UInt8.ascii("?"), index + 2 <= stop,
                raw[index + 2] != UInt8.ascii("=")
            {
                return nil
            }
            index += 1
        }
        return nil
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
