import Foundation
import Model
import Testing

@testable import Reading

/// The lexicons of circumstances and signals as they are shipped, measured on tables of messages.
struct SituationTests {
    private static let languages = ["en", "de", "fr", "es"]
    /// Precision and recall in each language.
    private static let floor = 0.9

    @Test("circumstances are found with the words that name them")
    func circumstances() throws {
        let finder = CircumstanceFinder(try LabelFile.lexicon("circumstances"))
        var tally = SituationTally()
        for each in try Self.languages.flatMap(SituationCase.table) {
            let found = finder.circumstances(in: each.text, language: each.language)
            for one in found { #expect(isExact(one.span, in: each.text)) }
            count(found, against: each, in: &tally)
        }
        print(tally.report)
        for language in Self.languages { hold(tally.total(language), language) }
    }

    private func count(_ found: [NamedCircumstance], against each: SituationCase, in tally: inout SituationTally) {
        for wanted in each.circumstances {
            let isFound = found.contains { $0.kind == wanted.kind && $0.span.text.contains(wanted.words) }
            tally.count("\(each.language) \(wanted.kind.rawValue)", expected: true, found: isFound, in: each.text)
        }
        for one in found where !each.circumstances.contains(where: { $0.kind == one.kind }) {
            tally.count("\(each.language) \(one.kind.rawValue)", expected: false, found: true, in: one.span.text)
        }
    }

    @Test("signals are read as a person reads them")
    func signals() throws {
        let reader = SignalReader(try LabelFile.lexicon("signals"))
        var tally = SituationTally()
        let cases = try Self.languages.flatMap(SituationCase.table)
        var exact = 0
        for each in cases {
            let found = reader.signals(in: each.text, language: each.language)
            for one in found.evidence { #expect(isExact(one.span, in: each.text)) }
            for ((name, expected), (_, isFound)) in zip(Self.flags(of: each.expected), Self.flags(of: found)) {
                tally.count("\(each.language) \(name)", expected: expected, found: isFound, in: each.text)
            }
            if found.sentiment == each.expected.sentiment { exact += 1 }
        }
        print(tally.report)
        print("sentiment exactly as given: \(exact) of \(cases.count)")
        for language in Self.languages { hold(tally.total(language), language) }
        #expect(Double(exact) >= Double(cases.count) * Self.floor)
    }

    private static func flags(of signals: Signals) -> [(String, Bool)] {
        [
            ("sentiment above 0", signals.sentiment > 0), ("sentiment below 0", signals.sentiment < 0),
            ("urgency", signals.urgency > 0), ("urgency 2 and 3", signals.urgency > 1), ("distress", signals.distress),
            ("churn", signals.churnRisk), ("public complaint", signals.publicComplaintRisk),
            ("praise", signals.praisesPerson),
        ]
    }

    private func hold(_ counts: SituationTally.Counts, _ language: String) {
        #expect(counts.precision >= Self.floor, "\(language): \(counts.text)")
        #expect(counts.recall >= Self.floor, "\(language): \(counts.text)")
    }
}

/// Whether the span is what stands at its place.
func isExact(_ span: TextSpan, in text: String) -> Bool {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[span.start..<span.end])) == span.text
}
