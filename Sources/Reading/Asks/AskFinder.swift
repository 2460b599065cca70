package import Foundation
package import Model
package import Scoring

/// Finds what a customer asks for: questions, requests and deadlines, with or without question marks.
///
/// The words that ask are a lexicon's, `config/asks.yaml`; the rules beside it say where clauses begin and how the words
/// of one clause add up. Linear in the text. Immutable; may be shared by threads.
package struct AskFinder: Sendable {
    private let cues: LexiconMatcher

    /// - Parameter cues: made of a lexicon that counts everywhere, with the labels that `config/asks.yaml` explains.
    package init(cues: LexiconMatcher) {
        self.cues = cues
    }

    /// - Parameters:
    ///   - newText: `Reading.newText`; spans are offsets in it.
    ///   - language: an ISO 639 code; without keywords for it nothing but question marks is heard.
    ///   - facts: what `FactFinder` found in the same text: a date behind "by" makes a deadline.
    ///   - date: when the message was sent; a day before it in `timeZone` is no deadline.
    /// - Returns: in the order of the text; a clause that asks and names a time is there for both.
    package func asks(
        in newText: String,
        language: String,
        facts: [Fact],
        date: Date,
        timeZone: TimeZone
    ) -> [Ask] {
        let text = ScannedText(newText, language: language)
        let scores = cues.score(newText, language: language)
        return Self.asks(in: text, scores: scores, facts: facts, today: CalendarDay(date, in: timeZone))
    }

    /// The same for a text that is scanned and scored already.
    static func asks(in text: ScannedText, scores: [LabelScore], facts: [Fact], today: CalendarDay) -> [Ask] {
        let first = today.text
        let days = facts.filter { $0.kind == .date && $0.value >= first }.map(\.span.start)
        let weighing = ClauseWeighing(text: text, days: days)
        var verdicts: [ClauseVerdict] = []
        var cues = text.cues(scores)[...]
        for sentence in Sentences.ranges(in: text) {
            cues = cues.drop { $0.pieces.lowerBound < sentence.lowerBound }
            let own = cues.prefix { $0.pieces.lowerBound < sentence.upperBound }
            guard ClauseCutter.mayAsk(sentence, of: text, hasCues: !own.isEmpty) else { continue }
            let cutter = ClauseCutter(
                text: text,
                sentence: sentence,
                cues: own.filter { $0.pieces.upperBound <= sentence.upperBound }
            )
            verdicts += cutter.clauses().map(weighing.verdict)
        }
        return asks(verdicts, in: text)
    }

    /// "Can you help me?" is an ask only where nothing else is.
    private static func asks(_ verdicts: [ClauseVerdict], in text: ScannedText) -> [Ask] {
        let isConcrete = verdicts.contains { $0.kind != nil && !$0.isFrame }
        return verdicts.flatMap { verdict in
            var asks: [Ask] = []
            if let kind = verdict.kind, !verdict.isFrame || !isConcrete {
                asks.append(Ask(kind, text.span(ofPieces: verdict.pieces)))
            }
            if let deadline = verdict.deadline { asks.append(Ask(.deadline, text.span(ofPieces: deadline))) }
            return asks
        }
    }
}
