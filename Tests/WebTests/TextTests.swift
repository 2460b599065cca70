import Foundation
import Model
import Testing

@testable import Web

@Suite("Texts on the page")
struct TextTests {
    private func intent(_ name: String, _ spans: [(Int, Int)]) -> ScoredIntent {
        let evidence = spans.map { Evidence(keyword: "k", weight: 1.5, start: $0.0, end: $0.1) }
        return ScoredIntent(intent: name, score: 1, confidence: 1, evidence: evidence)
    }

    @Test("keywords are marked at their offsets in Unicode scalars")
    func marks() {
        let pieces = MarkedText.pieces(of: "👩‍👧 e\u{301}t bin?", intents: [intent("bin", [(8, 11)])])
        #expect(pieces.map(\.text) == ["👩‍👧 e\u{301}t ", "bin", "?"])
        #expect(pieces.map(\.isMarked) == [false, true, false])
        #expect(pieces[1].title == "bin +1.5")
    }

    @Test("overlapping and impossible offsets are passed over")
    func overlaps() {
        let intents = [intent("a", [(0, 4), (2, 99), (-1, 2), (3, 3)]), intent("b", [(2, 6), (6, 8)])]
        let pieces = MarkedText.pieces(of: "abcdefgh", intents: intents)
        #expect(pieces.map(\.text) == ["abcd", "ef", "gh"])
        #expect(pieces.map(\.isMarked) == [true, false, true])
    }

    @Test("a slot is an input where it stands first, its label further on, and listed where the text lacks it")
    func slots() {
        let body = DraftBody(
            subject: "",
            text: "On [[day]].\n\nAgain [[day]], [[unknown]].",
            recipients: Recipients(to: []),
            slots: [Slot(name: "day", label: "Day", kind: .date), Slot(name: "sum", label: "Sum", kind: .money)]
        )
        let pieces = DraftPieces(body)
        #expect(pieces.paragraphs.count == 2)
        #expect(pieces.paragraphs[0].pieces.map { $0.words ?? $0.slot?.name ?? "" } == ["On ", "day", "."])
        #expect(pieces.paragraphs[1].pieces.compactMap(\.again) == ["Day"])
        #expect(pieces.paragraphs[1].pieces.compactMap(\.words).joined() == "Again , [[unknown]].")
        #expect(pieces.others.map(\.name) == ["sum"])
    }

    @Test(
        "recipients are read back as they are shown",
        arguments: [
            MailAddress(name: "Osei, Mara", address: "m@x.example"),
            MailAddress(name: "A \"B\" \\ C", address: "a@x.example"),
            MailAddress(address: "plain@x.example"), MailAddress(name: "Zoë O'Hara", address: "z@x.example"),
        ]
    )
    func mailboxes(_ address: MailAddress) {
        let text = [address, address].map(Person.mailbox).joined(separator: ", ")
        #expect(Mailboxes.parse(text) == [address, address])
    }

    @Test("an address that is none is found", arguments: ["mara", "a@b@c", "@x", "a b@x.example", "a@x\u{0}", "<>"])
    func unusable(_ text: String) {
        #expect(Mailboxes.firstUnusable(Mailboxes.parse("ok@x.example, \(text)")) != nil)
    }

    @Test(
        "ages are told in the unit that matters",
        arguments: [(-5, "now"), (59, "now"), (60, "1 min"), (7_300, "2 h"), (90_000, "1 day"), (400_000, "4 days")]
    )
    func ages(_ seconds: Int, expected: String) {
        #expect(Moment.age(seconds: TimeInterval(seconds)) == expected)
    }

    @Test(
        "customers are called by their first name where they gave one",
        arguments: [
            ("Mara Osei", "Mara"), ("J. Brandt", "the customer"), ("x@y.example", "the customer"),
            (nil, "the customer"),
        ]
            as [(String?, String)]
    )
    func firstNames(_ name: String?, expected: String) {
        #expect(Person.firstName(MailAddress(name: name, address: "x@y.example")) == expected)
    }

    @Test("a time of another year names it")
    func years() {
        let moment = Moment(Date(timeIntervalSince1970: 0), now: TestClock.start, in: .gmt)
        #expect(moment.exact == "Thu 1 Jan 1970, 00:00")
        #expect(Moment(TestClock.start, now: TestClock.start, in: .gmt).exact == "Sun 22 Nov, 09:50")
    }

    @Test("quotes and brackets are escaped also under a combining mark, controls are replaced")
    func escaping() {
        let escaped = HTMLText().escapeText("<\u{301}b \"\u{301}x' &\u{0}\u{9b}\n")
        #expect(escaped == "&lt;\u{301}b &quot;\u{301}x&#39; &amp;\u{FFFD}\u{FFFD}\n")
    }
}
