import Model

/// Reads what a notice of absence says of its end.
///
/// A day beside words of coming back ("back on 12 May", "ab dem 3.6. wieder") is the first day back. A day behind words
/// of lasting ("until 5 May", "bis zum 5.8.", "from 3 to 7 May") is taken for the last day away, and the day after it for
/// the first day back: the later of the two readings, so that nobody is expected too early.
struct AbsenceFinder {
    private let sent: CalendarDay?
    private let mayBeAmerican: Bool

    private static let longest = 8000

    /// - Parameters:
    ///   - isKnown: whether the message is known for a notice of absence; else its words must say so.
    ///   - sent: the day on which it was written, where its writer was.
    static func find(subject: String, text: String, isKnown: Bool, sent: CalendarDay?) -> Absence? {
        let head = Substring(text.unicodeScalars.prefix(longest))
        let sentences = AbsenceSentences.split(head) + [TextLine.trim(Substring(subject))]
        let folded = sentences.map { FoldedText.octets(String($0)) }
        let isAway = folded.map { AbsenceWords.away.matches(in: $0[...]) }
        let isEnglish = Self.isEnglish(FoldedText.octets(String(head))[...])
        let finder = Self(sent: sent, mayBeAmerican: isEnglish)
        let ends = sentences.map(finder.end)
        guard isKnown || isAway.contains(true) || ends.contains(where: { $0?.isReturn ?? false }) else { return nil }
        let chosen = ends.firstIndex { $0?.isReturn ?? false } ?? ends.firstIndex { $0 != nil }
        if let chosen, let end = ends[chosen] {
            return Absence(returnDate: end.day.text, evidence: shown(sentences[chosen]))
        }
        let said = isAway.firstIndex(of: true) ?? (isKnown ? sentences.indices.last : nil)
        return said.map { Absence(returnDate: nil, evidence: shown(sentences[$0])) }
    }

    private static let english = PhraseSet([
        "the office", " will be", "i will", "i am", "i'm ", "back on", "until", "return",
    ])

    private static func isEnglish(_ text: ArraySlice<UInt8>) -> Bool { english.matches(in: text) }

    private static func shown(_ sentence: Substring) -> String {
        MailFacts.short(sentence.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private struct End {
        var day: CalendarDay
        /// Named as the day of coming back, not as the last day away.
        var isReturn: Bool
    }

    private func end(_ sentence: Substring) -> End? {
        let tokens = CalendarToken.tokens(of: sentence)
        let dates = CalendarDate.dates(in: tokens, sent: sent, mayBeAmerican: mayBeAmerican)
        guard !dates.isEmpty else { return nil }
        let isLast = dates.map { AbsenceSpan.isLast($0, in: tokens) }
        let open = zip(dates, isLast).filter { !$1 }.map(\.0)
        if AbsenceSpan.speaksOfReturn(tokens),
            let back = open.last(where: { !AbsenceSpan.isFirst($0, in: tokens, isLast) })
        {
            return End(day: back.day, isReturn: true)
        }
        return zip(dates, isLast).first(where: \.1).map { End(day: $0.0.day.next, isReturn: false) }
    }
}
