/// The white space between the parts of a text.
enum Paragraphs {
    /// Without white space at the ends of lines and of the text, and never with more than one empty line in a row.
    static func tidy(_ text: String) -> String {
        var text = text
        if let tidy = text.withUTF8(tidyBetweenLineEnds) { return tidy.isWhole ? text : tidy.text }
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

    /// What stands between line ends, where it is tidy: that is all there is to do for most texts.
    private static func tidyBetweenLineEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> (isWhole: Bool, text: String)? {
        var range = bytes.indices
        while let first = range.first, bytes[first] == UInt8(ascii: "\n") { range.removeFirst() }
        while let last = range.last, bytes[last] == UInt8(ascii: "\n") { range.removeLast() }
        let inner = UnsafeBufferPointer(rebasing: bytes[range])
        guard isTidy(inner) else { return nil }
        let isWhole = inner.count == bytes.count
        return (isWhole, isWhole ? "" : String(decoding: inner, as: UTF8.self))
    }

    /// Whether that leaves a text as it is; false also for what only a second look can tell.
    static func isTidy(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(isTidy)
    }

    private static func isTidy(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // As if an empty line stood before the text: none may follow.
        var lineEnds = 2
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                guard lineEnds < 2, lineEnds > 0 || mayEndLine(previous) else { return false }
                lineEnds += 1
            } else {
                lineEnds = 0
            }
            previous = byte
        }
        return bytes.isEmpty || lineEnds == 0 && mayEndLine(previous)
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
