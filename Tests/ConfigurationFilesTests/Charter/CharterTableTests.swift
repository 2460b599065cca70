import Foundation
import Model
import Replies
import Testing

@Suite("The charter on replies, good and bad")
struct CharterTableTests {
    @Test("finds what it must, and nothing that it must not", arguments: CharterCase.known)
    func known(_ row: CharterCase) throws {
        let report = try row.report()
        let found = Set(report.findings.map(\.check))
        #expect(
            found.isSuperset(of: row.must),
            "missing: \(row.must.subtracting(found).sorted()), found: \(found.sorted())"
        )
        #expect(found.isDisjoint(with: row.mustNot), "wrong: \(found.intersection(row.mustNot).sorted())")
        #expect(!(row.isGood && report.isBlocked), "blocked by \(report.findings.filter { $0.severity == .block })")
    }

    @Test("of replies that no word was chosen by, it finds nine tenths of the faults and blocks hardly a good one")
    func heldOut() throws {
        var (due, found, wrong, forbidden, blocked) = (0, 0, 0, 0, 0)
        for row in CharterCase.heldOut {
            let report = try row.report()
            let checks = Set(report.findings.map(\.check))
            due += row.must.count
            found += row.must.intersection(checks).count
            forbidden += row.mustNot.count
            wrong += row.mustNot.intersection(checks).count
            if row.isGood, report.isBlocked { blocked += 1 }
        }
        #expect(found * 10 >= due * 9, "\(found) of \(due)")
        #expect(wrong * 50 <= forbidden, "\(wrong) of \(forbidden)")
        #expect(blocked <= 1)
    }

    @Test("a reply without a finding loses nothing")
    func score() throws {
        for row in CharterCase.known {
            let report = try row.report()
            #expect(report.findings.isEmpty == (report.score == 100))
        }
    }

    @Test("each ask is told with the sentence that answers it")
    func answers() throws {
        let row = try #require(CharterCase.known.first { $0.id == "en-m-11" })
        let answers = try row.report().answers
        #expect(answers.map(\.ask.span.text).first == "Do you ship to Norway?")
        #expect(answers.map { $0.answer?.text.prefix(7) } == ["Yes, we", "Yes, we", "Up to 3"])
    }

    @Test("spans are the words they point at, in Unicode scalars")
    func spans() throws {
        for row in CharterCase.known {
            let scalars = Array(row.reply.unicodeScalars)
            for finding in try row.report().findings {
                let words = String(String.UnicodeScalarView(scalars[finding.span.start..<finding.span.end]))
                #expect(words == finding.span.text)
            }
        }
    }
}
