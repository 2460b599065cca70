import Foundation
import Model
import Testing

@testable import Reading

@Suite(.enabled(if: Corpora.root != nil))
struct NewTextCorpusTests {
    @Test(
        "the text written this time is found in collected replies",
        arguments: [("quotes", 0.9), ("quotes+signature", 0.9)]
    )
    func replies(group: String, floor: Double) throws {
        let cases = try Corpora.cases("reply", as: ReplyCase.self).filter { $0.0.strips == group }
        let missed = cases.filter { !$0.0.accepts(Self.newText($0.1, $0.0)) }
        let share = 1 - Double(missed.count) / Double(cases.count)
        print("new text, \(group): \(cases.count - missed.count) of \(cases.count)")
        if ProcessInfo.processInfo.environment["WAVELENGTH_SHOW"] != nil {
            for (each, raw) in missed { show(each, raw) }
        }
        #expect(share >= floor)
    }

    @Test("what a reply must hold and must not hold")
    func contains() throws {
        let cases = try Corpora.cases("reply-contains", as: ReplyCase.self)
        let missed = cases.filter { !$0.0.accepts(Self.newText($0.1, $0.0)) }
        print("new text, contains: \(cases.count - missed.count) of \(cases.count)")
        if ProcessInfo.processInfo.environment["WAVELENGTH_SHOW"] != nil {
            for (each, raw) in missed { show(each, raw) }
        }
        #expect(Double(missed.count) <= 0.1 * Double(cases.count))
    }

    private static func newText(_ raw: [UInt8], _ each: ReplyCase) -> String {
        let message = Corpora.message(raw, type: each.type)
        return NewText.extract(from: message.content.text, structured: message.structuredText).text
    }

    private func show(_ each: ReplyCase, _ raw: [UInt8]) {
        print(
            "=====",
            each.id,
            each.kind ?? "",
            "\n--- expected:",
            each.expected ?? "",
            each.needed ?? [],
            each.unwanted ?? [],
            "\n--- found:",
            Self.newText(raw, each)
        )
    }
}

struct ReplyCase: CorpusCase {
    var id: String
    var raw: String
    var type: String
    var strips: String?
    var kind: String?
    var expected: String?
    var needed: [String]?
    var unwanted: [String]?

    enum CodingKeys: String, CodingKey {
        case id
        case raw
        case type = "content_type"
        case strips
        case kind = "expect_kind"
        case expected = "expected_reply_text"
        case needed = "must_contain"
        case unwanted = "must_not_contain"
    }

    /// Compares as the collection's README says.
    func accepts(_ found: String) -> Bool {
        if let needed {
            return needed.allSatisfy { words(found).contains(words($0)) }
                && !(unwanted ?? []).contains { words(found).contains(words($0)) }
        }
        guard let expected else { return false }
        switch kind {
        case "first_fragment": return words(found).hasPrefix(words(expected))
        case "nospace": return bare(found) == bare(expected)
        case "markdown", "signature": return plain(found) == plain(expected)
        default: return words(found) == words(expected)
        }
    }

    private func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func bare(_ text: String) -> String {
        text.filter { !$0.isWhitespace && ![">", "\\", "*", "_"].contains($0) }
    }

    private func plain(_ text: String) -> String {
        words(text.filter { $0 != "*" && $0 != "_" })
    }
}
