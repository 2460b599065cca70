/// Foreign words made safe to stand in Markdown.
enum MarkdownText {
    /// One line that reads in Markdown as exactly these words: no markup, no slot, no placeholder, no HTML.
    ///
    /// Only what could act is escaped, since people read and edit the result.
    static func escaped(_ words: String) -> String {
        var result = ""
        result.reserveCapacity(words.utf8.count + 8)
        var previous: Unicode.Scalar?
        var digitsOnly = true
        for scalar in words.unicodeScalars {
            if isMarkup(scalar) || digitsOnly && opensBlock(scalar, after: previous) { result.append("\\") }
            result.unicodeScalars.append(scalar)
            digitsOnly = digitsOnly && isDigit(scalar)
            previous = scalar
        }
        return result
    }

    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "{", "}", "<", ">", "&": true
        default: false
        }
    }

    /// What makes a list, heading or rule at the beginning of a line; `digitsOnly` text may stand before it.
    private static func opensBlock(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "#", "+", "-", "=": previous == nil
        case ".", ")": previous != nil
        default: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    /// Words on one line, with no control character and nothing that turns the writing direction around.
    static func singleLine(_ words: String) -> String {
        var result = ""
        result.reserveCapacity(words.utf8.count)
        var gap = false
        for scalar in words.unicodeScalars where scalar.isASCII || !turnsDirection(scalar) {
            if isGap(scalar) {
                gap = true
                continue
            }
            if gap, !result.isEmpty { result.append(" ") }
            gap = false
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
        return scalar.value <= 0x9F || scalar.properties.isWhitespace
    }

    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
