package import Foundation
package import Model

/// Finds the plain facts in a text: order numbers, amounts, dates, telephone numbers, addresses and names.
///
/// One pass, linear in the text. A place is one fact only: what looks like an amount is no order number as well.
package enum FactFinder {
    /// - Parameters:
    ///   - newText: `Reading.newText`; spans are offsets in it.
    ///   - language: an ISO 639 code; words of languages other than en, de, fr and es are read as English.
    ///   - date: when the message was sent. "Yesterday" is the day before it in `timeZone`, a day without a year is the
    ///     nearest such day, a weekday the nearest one to come, or to have been where the words say so. Days such as
    ///     3/4/2026 are read as the language has it (day before month in all but English), else as is possible; where
    ///     English allows both, the one nearer to `date`.
    ///   - fullText: the whole message, whose signature may give the writer's name.
    /// - Returns: in the order of the text.
    package static func facts(
        in newText: String,
        language: String,
        date: Date,
        timeZone: TimeZone,
        orderIDs: [OrderIDPattern] = OrderIDPattern.defaults,
        fullText: String? = nil
    ) -> [Fact] {
        let text = ScannedText(newText, language: language)
        let today = CalendarDay(date, in: timeZone)
        return facts(in: text, today: today, orderIDs: orderIDs, fullText: fullText)
    }

    static func facts(
        in text: ScannedText,
        today: CalendarDay,
        orderIDs: [OrderIDPattern],
        fullText: String? = nil
    ) -> [Fact] {
        var scan = FactScan(text: text, today: today, patterns: orderIDs)
        scan.run()
        // "Domingo Larrea" is no Sunday; anything else says more than a name that shares words with it.
        let clear = scan.found.filter { $0.kind != .date }
        let names = NameFinder(text: text).names(fullText: fullText).apart(from: clear)
        let all = scan.found.filter { $0.kind == .date }.apart(from: names).merged(with: clear).merged(with: names)
        return all.map { Fact($0.kind, text.span(ofPieces: $0.pieces), value: $0.value) }
    }
}

/// A fact by the pieces it is made of.
struct FoundFact {
    let kind: Fact.Kind
    let pieces: Range<Int>
    let value: String

    init(_ kind: Fact.Kind, _ pieces: Range<Int>, _ value: String) {
        self.kind = kind
        self.pieces = pieces
        self.value = value
    }
}

extension [FoundFact] {
    /// Those that share no piece with any of `others`. Both are in the order of the text, and no two of `others` overlap.
    func apart(from others: [FoundFact]) -> [FoundFact] {
        var next = others.startIndex
        return filter { fact in
            while next < others.count, others[next].pieces.upperBound <= fact.pieces.lowerBound { next += 1 }
            return next == others.count || fact.pieces.upperBound <= others[next].pieces.lowerBound
        }
    }

    /// All of both in the order of the text.
    func merged(with others: [FoundFact]) -> [FoundFact] {
        guard !others.isEmpty else { return self }
        return (self + others).sorted { $0.pieces.lowerBound < $1.pieces.lowerBound }
    }
}

extension ScannedText {
    func span(ofPieces range: Range<Int>) -> TextSpan {
        guard let first = piece(range.lowerBound), let last = piece(range.upperBound - 1) else {
            return TextSpan(text: "", start: 0, end: 0)
        }
        return TextSpan(text: string(first.start..<last.end), start: first.scalarStart, end: last.scalarEnd)
    }
}
