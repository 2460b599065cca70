/// Quotes that begin with a heading: "-----Original Message-----", "Begin forwarded message:", a block of header
/// fields as Outlook writes it, or "reply above this line".
struct QuoteHeading {
    /// The line after the heading, header block included.
    var end: Int
    /// Whether it says that somebody's message was passed on.
    var isForward: Bool
    /// Whether header fields stand in it, as they do above a message that was answered or passed on.
    var hasFields: Bool

    private static let longest = 200

    /// The heading that begins at `index`; nil where none does.
    /// - Parameter fruitless: as `QuotedHeaderBlock` has it.
    static func beginning(at index: Int, in lines: MessageLines, fruitless: inout Int) -> QuoteHeading? {
        if lines[index].mark == .header, let end = markedHeader(in: lines, at: index) {
            return QuoteHeading(end: end, isForward: false, hasFields: true)
        }
        if let heading = separator(lines, index) { return heading }
        let end =
            QuotedHeaderBlock.end(in: lines, at: index, isAnnounced: false, fruitless: &fruitless)
            ?? NotesHeading.end(in: lines, at: index)
        return end.map { QuoteHeading(end: $0, isForward: false, hasFields: true) }
    }

    /// Whether the line says that a message was passed on.
    static func namesForward(_ lines: MessageLines, _ index: Int) -> Bool {
        separator(lines, index)?.isForward == true
    }

    /// Whether the line heads a message that is quoted.
    static func isHeading(_ lines: MessageLines, _ index: Int) -> Bool {
        separator(lines, index) != nil
    }

    /// `>>> Ann <ann@example.org> 03/03/26 10:15 AM >>>`, as GroupWise writes it above a quote without marks.
    static func isAngled(_ lines: MessageLines, _ index: Int) -> Bool {
        guard lines[index].depth == 3, lines.text(index).suffix(3).elementsEqual(">>>".utf8) else { return false }
        let scanner = lines.words(index)
        let date = DateEvidence(scanner.words)
        return scanner.addresses > 0 || date.hasDate || date.hasTime
    }

    /// A line of nothing but rule characters.
    static func isRule(_ lines: MessageLines, _ index: Int, longerThan shortest: Int = 4) -> Bool {
        guard lines[index].count > shortest, isRuleStart(lines.first(index)) else { return false }
        return inside(lines, index).isEmpty
    }

    private static func separator(_ lines: MessageLines, _ index: Int) -> QuoteHeading? {
        let line = lines[index]
        guard line.count <= longest else { return nil }
        let isRuled = isRuleStart(lines.first(index))
        guard isRuled || endsInColon(lines, index) else { return nil }
        let core = inside(lines, index)
        guard !core.isEmpty else { return nil }
        var scanner = WordScanner()
        scanner.scan(lines.octets, core)
        guard let kind = kind(scanner, isRuled: isRuled) else { return isRuled ? unnamed(lines, index) : nil }
        let next = lines.nextText(index + 1, within: 4) ?? index + 1
        let fields = QuotedHeaderBlock.end(in: lines, at: next, isAnnounced: true)
        return QuoteHeading(end: fields ?? index + 1, isForward: kind == .forward, hasFields: fields != nil)
    }

    private enum Kind {
        case original
        case forward
    }

    private static func kind(_ scanner: WordScanner, isRuled: Bool) -> Kind? {
        let words = scanner.words
        let phrase = phrase(words.prefix(8))
        if HeadingWords.forwardBeginnings.contains(phrase) { return .forward }
        if isRuled {
            if HeadingWords.original.contains(phrase) { return .original }
            // Lotus Notes: "Forwarded by Ann/Shop on 03.03.2026 10:15".
            if HeadingWords.forwarded.contains(phrase) || HeadingWords.forwarded.contains(Self.phrase(words.prefix(2)))
            {
                return .forward
            }
            if let last = words.last, AttributionWords.verbs.contains(last.key), words.count > 1 { return .original }
        }
        return asksAbove(words) ? .original : nil
    }

    /// `-------- Something unheard of --------` right above header fields.
    private static func unnamed(_ lines: MessageLines, _ index: Int) -> QuoteHeading? {
        guard lines[index].count >= 8, isRuleCharacter(lines.last(index)) || lines.last(index) >= 0x80,
            let next = lines.nextText(index + 1, within: 3),
            let end = QuotedHeaderBlock.end(in: lines, at: next, isAnnounced: false)
        else { return nil }
        return QuoteHeading(end: end, isForward: false, hasFields: true)
    }

    private static func asksAbove(_ words: [Word]) -> Bool {
        guard words.count >= 4 else { return false }
        let keys = words.map(\.key)
        return above.contains { wanted in
            keys.count >= wanted.count
                && (0...(keys.count - wanted.count)).contains { keys[$0..<($0 + wanted.count)].elementsEqual(wanted) }
        }
    }

    private static let above = HeadingWords.replyAbove.map { $0.split(separator: " ").map { Word.key($0) } }

    private static func phrase(_ words: ArraySlice<Word>) -> UInt64 {
        Word.key(words.lazy.map(\.key))
    }

    /// What HTML marks for the header fields of a quoted message is that in any language, if its lines have names.
    private static func markedHeader(in lines: MessageLines, at index: Int) -> Int? {
        var end = index
        var named = 0
        while end < lines.count, lines[end].mark == .header || lines[end].isBlank && end < index + 40 {
            let head = lines.text(end).prefix(40)
            if head.contains(UInt8(ascii: ":")) || OctetSearch.contains("：", in: head) { named += 1 }
            end += 1
        }
        return named >= 2 ? end : nil
    }

    private static func endsInColon(_ lines: MessageLines, _ index: Int) -> Bool {
        Colon.ends(lines.text(index))
    }

    private static func isRuleStart(_ octet: UInt8) -> Bool {
        isRuleCharacter(octet) || octet == 0xE2
    }

    @inline(__always)
    private static func isRuleCharacter(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "#"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// What stands between the rules.
    private static func inside(_ lines: MessageLines, _ index: Int) -> Range<Int> {
        var range = lines[index].range
        while let length = rule(lines.octets[range]) { range = (range.lowerBound + length)..<range.upperBound }
        while let last = lines.octets[range].last, isRuleCharacter(last) || last == 0x20 || last == UInt8(ascii: ">") {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        return range
    }

    /// The octets of a rule character or a space at the beginning; em and en dashes and drawn lines are such too.
    private static func rule(_ text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        if isRuleCharacter(first) || first == 0x20 { return 1 }
        let (scalar, length) = UTF8Scalar.decode(text.prefix(3))
        switch scalar {
        case 0x2010...0x2015, 0x2500...0x2501, 0x2550, 0x23AF, 0x2E3A, 0x2E3B: return length
        default: return nil
        }
    }
}
