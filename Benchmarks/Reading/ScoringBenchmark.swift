import Foundation
import Reading
import Scoring
import TestSupport

/// Short messages scored by themselves: cut to words, looked up, added up; beside fastText on the same texts.
struct ScoringBenchmark {
    private let lexicon: Lexicon
    private let weights: LearnedWeights
    private let labelled: LabelledMessages

    init(_ lexicons: ReadingLexicons, _ weights: LearnedWeights, _ labelled: LabelledMessages) {
        lexicon = lexicons.intents
        self.weights = weights
        self.labelled = labelled
    }

    func run() async throws {
        let texts = labelled.examples.map(\.text)
        let octets = texts.reduce(0) { $0 + $1.utf8.count } / texts.count
        Report.heading("Scoring alone, one core, short messages (\(labelled.source), \(octets) octets on average)")
        let byHand = try IntentScorer(lexicon: lexicon)
        let learned = try IntentScorer(lexicon: .empty, weights: weights)
        report("shipped lists, with evidence", measure(texts) { byHand.rank($0, language: "en") })
        let judged = measure(texts) { learned.judge(TokenizedText($0, language: "en")) }
        report("learned weights, label and confidence", judged)
        report("learned weights, with evidence", measure(texts) { learned.rank($0, language: "en") }, hasAim: false)
        try await compare(judged)
    }

    private func compare(_ judged: Double) async throws {
        guard let other = try await FastText.measure(labelled.examples) else {
            Report.say("  fastText is not installed (scripts/need bench installs it): nothing to compare with")
            return
        }
        report("fastText, label alone", other.microsecondsPerMessage, hasAim: false)
        let ratio = other.microsecondsPerMessage / judged
        Report.line("faster than fastText", Report.times(ratio), aim: "aim: above 1", isMet: ratio > 1)
        Report.line("fastText's training", String(format: "%.1f s", other.trainSeconds))
    }

    private func measure<Value>(_ texts: [String], _ work: (String) -> Value) -> Double {
        Stopwatch.microseconds(Stopwatch.best { for text in texts { keep(work(text)) } }, each: texts.count)
    }

    private func report(_ what: String, _ microseconds: Double, hasAim: Bool = true) {
        let figure = String(format: "%.2f µs", microseconds)
        guard hasAim else { return Report.line(what, figure) }
        Report.line(what, figure, aim: "aim: under 3 µs", isMet: microseconds < 3)
    }
}
