import Model
import Reading
import Scoring
import TestSupport

/// How long it takes to say what an edit of keywords would have changed in 100,000 messages.
struct TrialBenchmark {
    private static let count = 100_000
    private let lexicons: ReadingLexicons
    private let labelled: LabelledMessages

    init(_ lexicons: ReadingLexicons, _ labelled: LabelledMessages) {
        self.lexicons = lexicons
        self.labelled = labelled
    }

    func run() async throws {
        Report.heading("`intents try`: an edit against \(Self.count) messages of the past, two cores")
        let before = try MessageReader(lexicons)
        let after = try MessageReader(try edited())
        let letters = EverydayMail.make(count: 1000, seed: 3).map { ReadingBenchmark.read($0, before) }
        try await measure("short messages", labelled.examples.map { ($0.text, $0.language) }, before, after)
        try await measure("customers' mail", letters.map { ($0.newText, $0.language) }, before, after)
    }

    /// The lists with every tenth weight doubled.
    private func edited() throws -> ReadingLexicons {
        var edited = lexicons
        let labels = lexicons.intents.labels.map { label in
            var label = label
            label.keywords = label.keywords.mapValues { keywords in
                keywords.enumerated().map { place, keyword in
                    Lexicon.Keyword(keyword.phrase, keyword.weight * (place % 10 == 0 ? 2 : 1))
                }
            }
            return label
        }
        edited.intents = try Lexicon(labels: labels, counting: lexicons.intents.counting)
        return edited
    }

    private func measure(
        _ what: String,
        _ texts: [(text: String, language: String)],
        _ before: MessageReader,
        _ after: MessageReader
    ) async throws {
        let past = (0..<Self.count).map { number in
            let text = texts[number % texts.count]
            let message = Message.ID(rawValue: Int64(number))
            return PastMessage(message: message, text: text.text, language: text.language, matters: [])
        }
        let clock = ContinuousClock()
        let start = clock.now
        let trial = await IntentTrial(past, before: before, after: after)
        let seconds = (clock.now - start).seconds
        let figure = Report.number(seconds, places: 1) + " s"
        Report.line(what, figure, aim: "aim: seconds", isMet: seconds < 10)
        Report.line("  of them changed", "\(trial.changes.count)")
    }
}
