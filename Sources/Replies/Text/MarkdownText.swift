/// Foreign words made safe to stand in Markdown.
enum MarkdownText {
    /// One line that reads as exactly these words where it stands within a line of Markdown: no markup, no slot, no
    /// placeholder, no HTML. At the beginning of a line it goes through `append`.
    ///
    /// Only what could act is escaped, since people read and edit the result.
    static func escaped(_ words: String) -> String {
        guard words.utf8.contains(where: isMarkup) else { return words }
        var result = ""
        result.reserveCapacity(words.utf8.count + 8)
        for scalar in words.unicodeScalars {
            if scalar.isASCII, isMarkup(UInt8(scalar.value)) { result.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// Puts escaped words behind the text of a line; where nothing stands before them, they begin no list, heading,
    /// rule or block of code.
    static func append(_ escaped: String, to output: inout String) {
        guard let first = escaped.utf8.first, opensBlock(first) || isDigit(first), isLineStart(output) else {
            output += escaped
            return
        }
        let number = escaped.utf8.prefix(while: isDigit)
        let rest = escaped.utf8.dropFirst(number.count)
        guard let mark = rest.first, number.isEmpty || mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
            output += escaped
            return
        }
        output += Substring(number)
        output += "\\"
        output += Substring(rest)
    }

    /// Whether the last line holds nothing yet, or only what may stand before the beginning of a block.
    private static func isLineStart(_ output: String) -> Bool {
        for byte in output.utf8.reversed() {
            if byte == UInt8(ascii: "\n") { return true }
            let isLeading = byte <= 0x20 || isDigit(byte) || "-+*>#.)".utf8.contains(byte)
            if !isLeading { return false }
        }
        return true
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "&"):
            true
        default: false
        }
    }

    private static func opensBlock(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "~"): true
        default: false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }

    /// Words on one line, with no control character and nothing that turns the writing direction around.
    ///
    /// - Parameter keepsNoBreakSpaces: leaves spaces that no line breaks at as they were written, such as the one before a
    ///   unit or a French colon; else they become spaces like any other.
    static func singleLine(_ words: String, keepsNoBreakSpaces: Bool = false) -> String {
        if isPlainLine(words) { return words }
        var result = ""
        result.reserveCapacity(words.utf8.count)
        var gap = false
        for scalar in words.unicodeScalars where scalar.isASCII || !turnsDirection(scalar) {
            if isGap(scalar), !(keepsNoBreakSpaces && breaksNoLine(scalar)) {
                gap = true
                continue
            }
            if gap, !result.isEmpty { result.append(" ") }
            gap = false
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// Whether there is nothing to change: printable ASCII with single spaces within.
    private static func isPlainLine(_ words: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in words.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
            previous = byte
        }
        return previous != 0x20
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
        return scalar.value <= 0x9F || scalar.properties.isWhitespace
    }

    private static func breaksNoLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0, 0x2007, 0x202F: true
        default: false
        }
    }

    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
