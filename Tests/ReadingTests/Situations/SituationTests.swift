import Foundation
import Model
import Scoring
import Testing

@testable import Reading

/// The lexicons of circumstances and signals, measured on tables of messages.
struct SituationTests {
    private static let languages = ["en", "de", "fr", "es"]

    @Test("circumstances are found with the words that name them")
    func circumstances() throws {
        let finder = CircumstanceFinder(try LabelFile.lexicon("circumstances"))
        var tally = SituationTally()
        for each in try Self.languages.flatMap(SituationCase.table) {
            let found = finder.circumstances(in: each.text, language: each.language)
            count(found, against: each, in: &tally)
        }
        print(tally.report)
        for language in Self.languages { hold(tally.total(language), above: 0.9, language) }
    }

    private func count(_ found: [NamedCircumstance], against each: SituationCase, in tally: inout SituationTally) {
        for expected in each.circumstances {
            let hit = found.contains { $0.kind == expected.kind && $0.span.text.contains(expected.words) }
            tally.count("\(each.language) \(expected.kind.rawValue)", expected: true, found: hit)
            if !hit {
                print(
                    "missed \(expected.kind.rawValue): \(expected.words) in \(found.map(\.span.text)) of \(each.text)"
                )
            }
        }
        for one in found {
            let wanted = each.circumstances.filter { $0.kind == one.kind }
            guard !wanted.contains(where: { one.span.text.contains($0.words) }) else { continue }
            let alsoNamed = !wanted.isEmpty && one.span.text.count < each.text.count
            if !alsoNamed {
                tally.count("\(each.language) \(one.kind.rawValue)", expected: false, found: true)
                print("wrong \(one.kind.rawValue): \(one.span.text) of \(each.text)")
            }
        }
    }

    @Test("signals are read as a person reads them")
    func signals() throws {
        let reader = SignalReader(try LabelFile.lexicon("signals"))
        var tally = SituationTally()
        var exact = 0
        let cases = try Self.languages.flatMap(SituationCase.table)
        for each in cases {
            let found = reader.signals(in: each.text, language: each.language)
            let pairs = zip(Self.flags(of: each.expected), Self.flags(of: found))
            for ((name, expected), (_, value)) in pairs {
                tally.count("\(each.language) \(name)", expected: expected, found: value)
                if expected != value {
                    print(
                        "\(expected ? "missed" : "wrong") \(name): \(each.text) \(found.evidence.map { "\($0.signal) \($0.keyword) \($0.weight)" })"
                    )
                }
            }
            if found.sentiment == each.expected.sentiment { exact += 1 }
        }
        print(tally.report)
        print("sentiment exactly as given: \(exact) of \(cases.count)")
        for language in Self.languages { hold(tally.total(language), above: 0.9, language) }
        #expect(exact * 10 >= cases.count * 8)
    }

    private static func flags(of signals: Signals) -> [(String, Bool)] {
        [
            ("sentiment above 0", signals.sentiment > 0), ("sentiment below 0", signals.sentiment < 0),
            ("urgency", signals.urgency > 0), ("urgency 2 and 3", signals.urgency > 1), ("distress", signals.distress),
            ("churn", signals.churnRisk), ("public complaint", signals.publicComplaintRisk),
            ("praise", signals.praisesPerson),
        ]
    }

    private func hold(_ counts: SituationTally.Counts, above floor: Double, _ language: String) {
        #expect(counts.precision >= floor, "\(language): \(counts.text)")
        #expect(counts.recall >= floor, "\(language): \(counts.text)")
    }
}
