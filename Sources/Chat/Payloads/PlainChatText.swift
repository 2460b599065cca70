/// Makes what a sender wrote safe to show and to store.
enum PlainChatText {
    /// Octets of a text; every provider's own limit is far below.
    static let longestText = 100_000
    static let longestName = 200

    /// One kind of line ending, no control characters but tab and newline, at most `limit` octets.
    static func lines(_ text: String, limit: Int = longestText) -> String {
        prefix(of: hasControl(text) ? withoutControls(text, keepsLines: true) : text, octets: limit)
    }

    /// In one line, without what would reverse the direction of the words around it.
    static func line(_ text: String, limit: Int = longestName) -> String {
        let start = prefix(of: text, octets: limit * 4)
        let plain = withoutControls(start, keepsLines: false)
        let words = plain.split(separator: " ").joined(separator: " ")
        return prefix(of: words, octets: limit)
    }

    /// Up to `octets` of UTF-8, cut between two scalars.
    static func prefix(of text: String, octets: Int) -> String {
        guard text.utf8.count > octets else { return text }
        var end = text.utf8.index(text.utf8.startIndex, offsetBy: octets)
        while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
            text.utf8.formIndex(before: &end)
        }
        return String(text[..<end])
    }

    /// Whether there may be any: the first octet of U+0080 to U+00BF counts.
    private static func hasControl(_ text: String) -> Bool {
        text.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 }
    }

    private static func withoutControls(_ text: String, keepsLines: Bool) -> String {
        var kept = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            if isLineEnd(scalar) {
                if scalar != "\n" || previous != "\r" { kept.append(keepsLines ? "\n" : " ") }
            } else if scalar == "\t" {
                kept.append(keepsLines ? scalar : " ")
            } else if !isControl(scalar), keepsLines || !isDirection(scalar) {
                kept.append(scalar)
            }
        }
        return String(kept)
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\u{85}"
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    /// Embeddings, overrides and isolates (UAX #9 §2).
    private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
