/// The white space between the parts of a text.
enum Paragraphs {
    /// Without white space at the ends of lines and of the text, and never with more than one empty line in a row.
    static func tidy(_ text: String) -> String {
        if isTidy(text) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var emptyLines = 0
        var rest = text.utf8[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
            let line = trimmingEnd(Substring(rest[..<end]))
            rest = rest[end...].dropFirst()
            guard !line.isEmpty else {
                emptyLines += 1
                continue
            }
            if !result.isEmpty { result += emptyLines > 0 ? "\n\n" : "\n" }
            emptyLines = 0
            result += line
        }
        return result
    }

    /// Whether that leaves a text as it is; false also for what only a second look can tell.
    static func isTidy(_ text: String) -> Bool {
        // As if an empty line stood before the text: none may follow.
        var lineEnds = 2
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") {
                guard lineEnds < 2, lineEnds > 0 || mayEndLine(previous) else { return false }
                lineEnds += 1
            } else {
                lineEnds = 0
            }
            previous = byte
        }
        return text.isEmpty || lineEnds == 0 && mayEndLine(previous)
    }

    /// No white space ends with such an octet, in UTF-8.
    private static func mayEndLine(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21..<0x7F, 0x8B...0x9E, 0xA1...0xA7, 0xAA...0xAE, 0xB0...0xBF: true
        default: false
        }
    }

    private static func trimmingEnd(_ line: Substring) -> Substring {
        var line = line
        if let last = line.utf8.last, (0x21..<0x7F).contains(last) { return line }
        while let last = line.unicodeScalars.last, last.properties.isWhitespace { line.unicodeScalars.removeLast() }
        return line
    }

    /// Parts one under the other with an empty line between them; empty ones are left out.
    static func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
