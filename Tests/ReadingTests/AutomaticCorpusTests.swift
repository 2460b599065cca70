import Foundation
import MIME
import Model
import Testing

@testable import Reading

@Suite(.enabled(if: Corpora.root != nil))
struct AutomaticCorpusTests {
    @Test(
        "automatic mail is known and people are never taken for programs",
        arguments: [("auto", 0.97), ("auto-derived", 0)]
    )
    func verdicts(folder: String, floor: Double) throws {
        var table: [String: Int] = [:]
        var known = 0
        var automatic = 0
        for (each, raw) in try Corpora.cases(folder, as: AutomaticCase.self) {
            let judgement = judged(raw)
            let verdict = judgement.verdict
            table["\(each.expected) -> \(verdict.verdict.rawValue)", default: 0] += 1
            if each.expected == "human" {
                #expect([.human, .list].contains(verdict.verdict), "\(each.id)")
            } else if each.expected != "list" {
                automatic += 1
                known += verdict.verdict == .human || verdict.mayAutoReply ? 0 : 1
            }
            if ProcessInfo.processInfo.environment["WAVELENGTH_SHOW"] != nil { show(each, judgement) }
        }
        for (pair, count) in table.sorted(by: { $0.key < $1.key }) { print("\(folder): \(pair): \(count)") }
        print("\(folder): known and silent: \(known) of \(automatic)")
        #expect(Double(known) >= floor * Double(automatic))
    }

    private func judged(_ raw: [UInt8]) -> AutomaticMail.Judgement {
        let message = MessageToRead(ParsedMessage(parsing: raw), size: raw.count)
        let newText = NewText.extract(from: message.content.text)
        let ours = Set(message.content.to.map(\.key))
        return AutomaticMail.judge(message, newText: newText.text, context: .init(ourAddresses: ours))
    }

    /// One line for each message, to be compared with what else is known of it.
    private func show(_ each: AutomaticCase, _ judgement: AutomaticMail.Judgement) {
        let verdict = judgement.verdict
        let bounce = judgement.bounce
        let columns = [
            "@", each.id, each.expected, verdict.verdict.rawValue, verdict.form?.rawValue, bounce?.recipient,
            bounce?.status, bounce?.isPermanent.description, bounce?.originalMessageID, bounce?.originalSubject,
            bounce?.reason, verdict.ground?.evidence, judgement.absence?.returnDate,
        ]
        print(columns.map { $0?.replacing("\t", with: " ") ?? "-" }.joined(separator: "\t"))
    }
}

struct AutomaticCase: CorpusCase {
    var id: String
    var raw: String
    var expected: String
}
