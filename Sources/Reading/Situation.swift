import Foundation
import Model
import Scoring

/// What a text asks, what its writer tells of themselves, how it stands with them, and the plain facts in it.
struct Situation {
    var asks: [Ask] = []
    var circumstances: [NamedCircumstance] = []
    var signals = Signals()
    var facts: [Fact] = []
}

/// Reads the situation that a text tells of from the keywords that were found in it.
struct SituationReader: Sendable {
    let orderIDs: [OrderIDPattern]

    /// - Parameters:
    ///   - text: the same as `found` was found in.
    ///   - fullText: the whole message, whose signature may give the writer's name.
    func situation(of text: String, _ found: FoundKeywords, on day: CalendarDay, fullText: String) -> Situation {
        guard !text.isEmpty else { return Situation() }
        let language = found.text.text.language
        let scanned = ScannedText(text, language: language)
        let clauses = ClauseMap(text, language: language)
        let facts = FactFinder.facts(in: scanned, today: day, orderIDs: orderIDs, fullText: fullText)
        let cues = found.scores(of: ReadingLexicons.asksPlace)
        return Situation(
            asks: AskFinder.asks(in: scanned, scores: cues, facts: facts, today: day),
            circumstances: CircumstanceFinder.circumstances(
                found.scores(of: ReadingLexicons.circumstancesPlace),
                in: clauses
            ),
            signals: SignalReader.signals(found.scores(of: ReadingLexicons.signalsPlace), in: clauses),
            facts: facts
        )
    }

    /// What a text asks, as `situation` says; days are looked for only where it may name one by which to act.
    func asks(of text: String, _ found: FoundKeywords, on day: CalendarDay) -> [Ask] {
        let cues = found.scores(of: ReadingLexicons.asksPlace)
        guard !text.isEmpty else { return [] }
        let scanned = ScannedText(text, language: found.text.text.language)
        let namesDay = cues.contains { $0.label == AskCue.Label.deadlineDate.rawValue }
        let facts = namesDay ? FactFinder.facts(in: scanned, today: day, orderIDs: orderIDs) : []
        return AskFinder.asks(in: scanned, scores: cues, facts: facts, today: day)
    }
}
