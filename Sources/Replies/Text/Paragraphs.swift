/// The white space between the parts of a text.
enum Paragraphs {
    /// Without white space at the ends of lines and of the text, and never with more than one empty line in a row.
    static func tidy(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var emptyLines = 0
        for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = trimmingEnd(Substring(bytes))
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
