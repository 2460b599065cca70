import Model

/// `{formal|informal}` in a text: single braces on one line with one bar, that no backslash escapes.
struct AddressMark: Hashable {
    var range: Range<String.Index>
    var formal: Range<String.Index>
    var informal: Range<String.Index>

    /// The marks of a text, in their order.
    static func all(in text: Substring) -> [AddressMark] {
        candidates(in: text).compactMap { candidate in
            guard candidate.bars.count == 1 else { return nil }
            return AddressMark(
                range: candidate.open..<text.utf8.index(after: candidate.close),
                formal: text.utf8.index(after: candidate.open)..<candidate.bars[0],
                informal: text.utf8.index(after: candidate.bars[0])..<candidate.close
            )
        }
    }

    /// What was probably meant as a mark and is none.
    ///
    /// - Parameter text: a whole text, with each tag in double braces taken for one `tagStandIn`.
    static func faults(in text: String, firstLine: Int) -> [TemplateFault] {
        candidates(in: text[...]).compactMap { candidate in
            guard !candidate.bars.isEmpty else { return nil }
            let words = text[candidate.open...candidate.close]
            let message: String
            if candidate.bars.count > 1 {
                message = "“\(words)” has more than one bar: write {formal|informal}"
            } else if words.contains(tagStandIn) {
                message =
                    "{formal|informal} holds no double braces: write {{#formal}}…{{/formal}}{{#informal}}…{{/informal}}"
            } else {
                return nil
            }
            let line = firstLine + text[..<candidate.open].count { $0.endsLine }
            return TemplateFault(line: line, message: message.replacing(String(tagStandIn), with: "…"))
        }
    }

    static let tagStandIn: Character = "\u{1}"

    private struct Candidate {
        var open: String.Index
        var bars: [String.Index] = []
        var close: String.Index
    }

    private static func candidates(in text: Substring) -> [Candidate] {
        let bytes = text.utf8
        var found: [Candidate] = []
        var current: Candidate?
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let next = bytes.index(after: index)
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                index = next == bytes.endIndex ? next : bytes.index(after: next)
                continue
            case UInt8(ascii: "\n"): current = nil
            case UInt8(ascii: "{"): current = Candidate(open: index, close: index)
            case UInt8(ascii: "|"): current?.bars.append(index)
            case UInt8(ascii: "}"):
                current?.close = index
                if let current { found.append(current) }
                current = nil
            default: break
            }
            index = next
        }
        return found
    }
}

extension AddressMark {
    /// A line with its marks resolved, for what is not compiled: subjects, topics, choices.
    static func resolved(_ text: String, _ formality: Formality) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        var position = text.startIndex
        for mark in all(in: text[...]) {
            result += text[position..<mark.range.lowerBound] + text[formality == .formal ? mark.formal : mark.informal]
            position = mark.range.upperBound
        }
        return result + text[position...]
    }
}
