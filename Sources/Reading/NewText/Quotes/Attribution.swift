/// The lines that introduce a quote: "On Monday, Ann wrote:" in its many forms, on one line or wrapped over some.
struct Attribution {
    /// The line where it begins.
    var line: Int
    /// Where in that line, in octets of the text, if own words stand before it.
    var cut: Int?
    /// Whether it is one even where no marked quote follows: it says who wrote and when, as mail programs do.
    var isCertain: Bool

    private static let longest = 6
    private static let longestLine = 500

    /// The introduction that ends on line `last`.
    /// - Parameters:
    ///   - first: lines above are not looked at: they belong to something else.
    ///   - isBeforeQuote: whether a marked quote follows.
    static func ending(at last: Int, notBefore first: Int, in lines: MessageLines, isBeforeQuote: Bool) -> Attribution?
    {
        guard canEnd(lines, last, isBeforeQuote) else { return nil }
        let colon = endsInColon(lines, last)
        var found: (rank: Int, attribution: Attribution)?
        var start = last
        while start >= first, start > last - longest, reaches(lines, start, last) {
            let phrase = AttributionPhrase(scan(lines, start...last), endsInColon: colon)
            if phrase.isCertain || isBeforeQuote && phrase.isPossible {
                let rank = rank(phrase)
                if rank > found?.rank ?? 0 {
                    let cut = start == last || rank == Self.best ? phrase.start : nil
                    found = (rank, Attribution(line: start, cut: cut, isCertain: phrase.isCertain))
                }
                if rank == Self.best { break }
            }
            start -= 1
        }
        return found?.attribution
    }

    /// The better it begins, and the more it says, the surer it is that nothing of it stands on the line above.
    private static func rank(_ phrase: AttributionPhrase) -> Int {
        if phrase.hasOpeningWord || phrase.start != nil && phrase.isCertain { return best }
        return (phrase.isCertain ? 2 : 0) + (phrase.hasOpening ? 2 : 1)
    }

    private static let best = 5

    private static func scan(_ lines: MessageLines, _ range: ClosedRange<Int>) -> WordScanner {
        var scanner = WordScanner()
        for index in range { scanner.scan(lines.octets, lines[index].range) }
        return scanner
    }

    /// Whether the line may be part of an introduction that ends further down.
    private static func reaches(_ lines: MessageLines, _ index: Int, _ last: Int) -> Bool {
        let line = lines[index]
        guard !line.isBlank, !line.isQuoted, line.count < longestLine else { return false }
        let end = lines.last(index)
        return index == last || end != UInt8(ascii: ".") && end != UInt8(ascii: "!") && end != UInt8(ascii: "?")
    }

    /// Most lines end otherwise, or hold neither date nor address: they need no closer look.
    private static func canEnd(_ lines: MessageLines, _ index: Int, _ isBeforeQuote: Bool) -> Bool {
        guard lines[index].count > 1, lines[index].count < longestLine else { return false }
        let last = lines.last(index)
        switch last {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return false
        case UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "*"),
            UInt8(ascii: "_"), 0x80...:
            return isBeforeQuote || hasEvidence(lines, index)
        default: return isBeforeQuote || lines.contains(UInt8(ascii: "@"), index) && hasEvidence(lines, index)
        }
    }

    /// An address, or the digits of a date, on the line or on those above.
    private static func hasEvidence(_ lines: MessageLines, _ index: Int) -> Bool {
        var index = index
        let limit = max(0, index - 3)
        var digits = 0
        while index >= limit, !lines[index].isBlank, lines[index].count < longestLine {
            for octet in lines.octets[lines[index].range] {
                if octet == UInt8(ascii: "@") { return true }
                // Digits of other scripts begin with D9 or DB, wide ones with EF.
                if octet &- 0x30 < 10 || octet == 0xD9 || octet == 0xDB || octet == 0xEF { digits += 1 }
            }
            if digits >= 4 { return true }
            index -= 1
        }
        return false
    }

    /// Emphasis may follow the colon.
    private static func endsInColon(_ lines: MessageLines, _ index: Int) -> Bool {
        let text = lines.text(index)
        let end = text.lastIndex { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_") && $0 != 0x20 }
        return Colon.ends(text[...(end ?? text.startIndex)])
    }
}
