/// Quotes that begin with a heading: "-----Original Message-----", "Begin forwarded message:", a block of header
/// fields as Outlook writes it, or "reply above this line".
enum HeadedQuote {
    /// The line after the heading that begins at `index`, header block included; nil where none begins.
    static func end(in lines: [TextLine], at index: Int) -> Int? {
        if isSeparator(lines[index]) {
            let next = skipBlank(in: lines, from: index + 1)
            return QuotedHeaderBlock.end(in: lines, at: next, isAnnounced: true) ?? index + 1
        }
        return QuotedHeaderBlock.end(in: lines, at: index, isAnnounced: false)
    }

    /// A line of nothing but rule characters.
    static func isRule(_ line: TextLine) -> Bool {
        line.trimmed.utf8.count >= 5 && line.trimmed.unicodeScalars.allSatisfy { isRuleCharacter($0) || $0 == " " }
    }

    private static func isSeparator(_ line: TextLine) -> Bool {
        guard line.trimmed.utf8.count <= 200, canHead(line) else { return false }
        let core = line.trimmed.drop { isRuleCharacter($0) || $0 == " " }
        let hasRule = core.startIndex > line.trimmed.startIndex
        guard hasRule || core.last == ":" else { return false }
        let lower = String(core.prefix { !isRuleCharacter($0) || $0 == "'" }).lowercased()
        let name = String(TextLine.trim(Substring(lower)))
        if hasRule, HeadingWords.ruled.contains(name) || IntroductionPhrase.endsInVerb(name) { return true }
        return HeadingWords.plain.contains(name) || HeadingWords.replyAbove.contains { name.contains($0) }
    }

    /// Most lines begin with a letter and do not end in a colon: they need no closer look.
    private static func canHead(_ line: TextLine) -> Bool {
        guard let first = line.trimmed.unicodeScalars.first else { return false }
        return isRuleCharacter(first) || line.trimmed.utf8.last == UInt8(ascii: ":")
    }

    private static func isRuleCharacter(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy(isRuleCharacter)
    }

    private static func isRuleCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "_", "=", "*", "—", "–", "#", "─", "━": true
        default: false
        }
    }

    private static func skipBlank(in lines: [TextLine], from index: Int) -> Int {
        var index = index
        let limit = min(index + 3, lines.count)
        while index < limit, lines[index].isBlank { index += 1 }
        return index
    }
}
