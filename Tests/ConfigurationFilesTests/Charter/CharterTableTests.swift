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
}
