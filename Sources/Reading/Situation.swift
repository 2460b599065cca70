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

/// Reads the situation that a text tells of: the words of all its lexicons are looked for in one walk.
struct SituationReader: Sendable {
    private let lexicons: LexiconSet
    private let orderIDs: [OrderIDPattern]

    init(_ lexicons: ReadingLexicons) {
        self.lexicons = LexiconSet([lexicons.asks, lexicons.circumstances, lexicons.signals])
        orderIDs = lexicons.orderIDs
    }

    /// - Parameters:
    ///   - text: the same as `tokens` were cut from.
    ///   - fullText: the whole message, whose signature may give the writer's name.
    func situation(of text: String, _ tokens: TokenizedText, on day: CalendarDay, fullText: String) -> Situation {
        guard !text.isEmpty else { return Situation() }
        let found = lexicons.score(tokens)
        let scanned = ScannedText(text, language: tokens.language)
        let clauses = ClauseMap(text, language: tokens.language)
        let facts = FactFinder.facts(in: scanned, today: day, orderIDs: orderIDs, fullText: fullText)
        return Situation(
            asks: AskFinder.asks(in: scanned, scores: found[0], facts: facts, today: day),
            circumstances: CircumstanceFinder.circumstances(found[1], in: clauses),
            signals: SignalReader.signals(found[2], in: clauses),
            facts: facts
        )
    }
}
