/// Writes text as encoded-words of UTF-8 (RFC 2047): none over 75 octets, no character split between two.
enum EncodedWordWriter {
    private static let opening = "=?utf-8?"
    /// What is left of 75 octets after the frame, and so that `Subject: ` fits on the line too.
    private static let room = 52

    /// True where text may stand in a header as it is: printable ASCII, no doubled spaces that folding could change,
    /// no words over the limit of a line, nothing that reads as an encoded-word.
    static func isPlain(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return false }
        if text.contains("=?") || text.contains("  ") { return false }
        return text.split(separator: " ").allSatisfy { $0.utf8.count <= 900 }
    }

    static func words(_ text: String) -> [String] {
        let usesBase64 = text.utf8.count { !isLiteral($0) && $0 != ASCII.space } * 3 > text.utf8.count
        var words: [String] = []
        var chunk: [UInt8] = []
        var length = 0
        for scalar in text.unicodeScalars {
            let octets = Array(String(scalar).utf8)
            let cost = usesBase64 ? 0 : octets.reduce(0) { $0 + (isLiteral($1) || $1 == ASCII.space ? 1 : 3) }
            let needed = usesBase64 ? (chunk.count + octets.count + 2) / 3 * 4 : length + cost
            if needed > room {
                words.append(word(chunk, usesBase64))
                chunk = []
                length = 0
            }
            chunk += octets
            length += cost
        }
        if !chunk.isEmpty { words.append(word(chunk, usesBase64)) }
        return words
    }

    private static func word(_ octets: [UInt8], _ usesBase64: Bool) -> String {
        if usesBase64 { return "\(opening)B?\(BodyEncoding.base64(octets))?=" }
        var text = ""
        for octet in octets {
            if octet == ASCII.space {
                text += "_"
            } else if isLiteral(octet) {
                text.unicodeScalars.append(Unicode.Scalar(octet))
            } else {
                text += "=" + hex(octet >> 4) + hex(octet & 15)
            }
        }
        return "\(opening)Q?\(text)?="
    }

    private static func hex(_ digit: UInt8) -> String {
        String(digit, radix: 16, uppercase: true)
    }

    /// What RFC 2047 §5 (3) lets stand in a display name, the strictest place.
    private static func isLiteral(_ octet: UInt8) -> Bool {
        octet.isLetter || octet.isDigit || marks.contains(octet)
    }

    private static let marks = Set("!*+-/".utf8)
}
