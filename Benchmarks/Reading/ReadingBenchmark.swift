import Foundation
import MIME
import Model
import Reading
import Scoring
import TestSupport

/// How fast messages are read on one core: from the octets to all that they say, each stage alone, short texts by
/// keywords alone, and what learning takes.
struct ReadingBenchmark {
    private let lexicons: ReadingLexicons
    private let messages: [[UInt8]]
    private let labelled = LabelledMessages.toLearnFrom()

    init(_ plan: Plan) throws {
        lexicons = try ShippedLists.load()
        messages = EverydayMail.make(count: plan.messages, seed: 1)
    }

    func run() async throws {
        let weights = WeightFitting().fit(labelled.examples)
        try measureWhole(weights)
        try ReadingStages(messages, lexicons).run()
        try await ScoringBenchmark(lexicons, weights, labelled).run()
        try await LearningBenchmark(weights, labelled).run()
        try await TrialBenchmark(lexicons, labelled).run()
    }

    private func measureWhole(_ weights: LearnedWeights) throws {
        let octets = messages.reduce(0) { $0 + $1.count } / messages.count
        Report.heading(
            "Reading, one core, \(messages.count) messages of \(octets) octets on average in en, de, fr, es, best of 5"
        )
        let readers = [
            ("octets to reading, by the shipped lists", try MessageReader(lexicons)),
            ("the same with weights learned for English", try MessageReader(lexicons, weights: weights)),
        ]
        for (what, reader) in readers {
            let time = Stopwatch.best { for message in messages { keep(Self.read(message, reader)) } }
            let rate = Double(messages.count) / time.seconds
            Report.line(what, Report.rate(messages.count, in: time), aim: "aim: 10,000 a second", isMet: rate > 10_000)
        }
    }

    static func read(_ message: [UInt8], _ reader: MessageReader) -> Model.Reading {
        let parsed = ParsedMessage(parsing: message)
        return reader.read(
            MessageToRead(parsed, size: message.count),
            languages: ["en"],
            takenAt: Date(timeIntervalSince1970: 1_772_500_000),
            context: AutomaticMailContext(ourAddresses: [MailServer.user.address])
        )
    }
}
