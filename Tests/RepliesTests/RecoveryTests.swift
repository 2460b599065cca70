import Foundation
import Model
import Replies
import Testing

@Suite("A failure of ours is made up for first")
struct RecoveryTests {
    static let now = Date(timeIntervalSince1970: 1_770_000_000)

    static func draft(
        _ reading: Reading,
        text: String = "## same page\nYou ask.\n## gain\nIt comes.\n## feedback\nHow was it?",
        customer: CustomerRecord = CustomerRecord(),
        offers: [GoodwillOffer] = [],
        form: ReplyForm = .mail
    ) throws -> DraftBody? {
        var inbox = Fixture.inbox
        inbox.form = form
        let name = reading.matters.first ?? "order.where"
        return Fixture.composer(try Fixture.template(text, name: name)).draft(
            reading: reading,
            content: Fixture.content(),
            inbox: inbox,
            situation: ReplySituation(customer: customer, offers: offers, at: now)
        )
    }

    @Test(
        "its causes are complaints, distress, a second contact and broken promises",
        arguments: [
            (Fixture.reading("x"), 0, []),
            (Fixture.reading("x", intent: "complaint.policy"), 0, [.complaint]),
            (Fixture.reading("x", signals: Signals(distress: true)), 0, [.distress]),
            (Fixture.reading("x", signals: Signals(sentiment: -2)), 0, [.distress]),
            (Fixture.reading("x", signals: Signals(sentiment: -1)), 0, []),
            (Fixture.reading("x", circumstances: [.repeatContact]), 0, [.secondContact]),
            (Fixture.reading("x"), 1, [.brokenPromise]),
            (Fixture.reading("x", circumstances: [.repeatContact]), 2, [.secondContact, .brokenPromise]),
            (Fixture.reading("x", intent: "praise"), 1, []),
            (Fixture.reading("x", circumstances: [.repeatContact], signals: Signals(sentiment: 2)), 1, []),
        ] as [(Reading, Int, [RecoveryCause])]
    )
    func causes(_ reading: Reading, _ broken: Int, _ causes: [RecoveryCause]) throws {
        let draft = try Self.draft(reading, text: "## gain\nx", customer: CustomerRecord(brokenPromises: broken))
        #expect(draft?.recovery == causes)
    }

    @Test("it stands right behind the same page: the template's own, else the part; and asks for no praise")
    func order() throws {
        let reading = Fixture.reading("x", signals: Signals(distress: true))
        #expect(
            Fixture.paragraphs(of: try Self.draft(reading)) == [
                "You ask.", "That was ours. [[what_happened]] [[what_changes]]", "It comes.",
            ]
        )
        let own = "## same page\nYou ask.\n## gain\nIt comes.\n## recovery\nOur fault."
        #expect(Fixture.paragraphs(of: try Self.draft(reading, text: own)) == ["You ask.", "Our fault.", "It comes."])
        #expect(
            Fixture.paragraphs(of: try Self.draft(Fixture.reading("x"), text: own)) == [
                "You ask.", "It comes.", "Our fault.",
            ]
        )
    }

    @Test("a short form that owns it in its gain gets no second recovery")
    func chat() throws {
        let reading = Fixture.reading("x", signals: Signals(distress: true))
        let written = "## recovery\nOur fault.\n## gain\nIt comes.\n# short\n## gain\nOur fault, it comes."
        #expect(Fixture.paragraphs(of: try Self.draft(reading, text: written, form: .chat)) == ["Our fault, it comes."])
        #expect(Fixture.paragraphs(of: try Self.draft(reading, text: "## gain\nIt comes.", form: .chat)).count == 2)
    }

    @Test(
        "the second failure within 90 days wants a second pair of eyes",
        arguments: [([], false), ([-86_400.0], true), ([-91.0 * 86_400], false), ([-200.0 * 86_400, -5], true)]
    )
    func secondPair(_ earlier: [TimeInterval], _ isWanted: Bool) throws {
        let customer = CustomerRecord(recoveries: earlier.map { Self.now.addingTimeInterval($0) })
        let failure = try Self.draft(Fixture.reading("x", signals: Signals(distress: true)), customer: customer)
        #expect(failure?.wantsSecondPair == isWanted)
        #expect(try Self.draft(Fixture.reading("x"), customer: customer)?.wantsSecondPair == false)
    }

    static let offer = GoodwillOffer(
        id: "voucher",
        title: ["en": "a voucher"],
        value: Money(minorUnits: 1_000, currency: "EUR")
    )

    @Test("a gesture is offered where one may be given, once, and only then")
    func gesture() throws {
        let reading = Fixture.reading("x", signals: Signals(distress: true))
        let plain = try Self.draft(reading, text: "## gain\nIt comes.\n## next\nSoon.", offers: [Self.offer])
        #expect(
            Fixture.paragraphs(of: plain).suffix(4) == [
                "It comes.", "For the trouble:", "You get [[goodwill]].", "Soon.",
            ]
        )
        #expect(plain?.slots.first { $0.name == "goodwill" }?.kind == .goodwill([Self.offer]))
        #expect(
            try Self.draft(Fixture.reading("x"), text: "## gain\nIt comes.", offers: [Self.offer])?.slots.isEmpty
                == true
        )
    }

    @Test("a template offers what it names and what may be granted now; without any the line is not there")
    func ownGesture() throws {
        let text = "## gain\nIt comes.\n\nFor the wait you get [[goodwill]].\n\nBye."
        for (offers, expected) in [([Self.offer], 3), ([], 2)] {
            let paragraphs = try Fixture.paragraphs(text, situation: ReplySituation(offers: offers)) {
                $0.goodwill = [NamedLine("voucher", line: 3), NamedLine("other", line: 3)]
            }
            #expect(paragraphs.count == expected, "\(paragraphs)")
        }
    }

    @Test(
        "goodwill is for the matter whose words offer it, be it the second; a gesture of ours is for the first",
        arguments: [
            (["## gain\nA.", "## gain\nB.\n\nYou get [[goodwill]]."], "invoice"),
            (["## gain\nA.\n\nYou get [[goodwill]].", "## gain\nB.\n\nYou get [[goodwill]]."], "order.where"),
            (["## gain\nA.", "## gain\nB."], "order.where"),
        ]
    )
    func cause(texts: [String], matter: String) throws {
        let offers = [NamedLine("voucher", line: 3)]
        func template(_ text: String, _ name: String) throws -> Template {
            try Fixture.template(text, name: name) { $0.goodwill = text.contains("[[goodwill]]") ? offers : [] }
        }
        let composer = Fixture.composer(
            try template(texts[0], "order.where"),
            try template(texts[1], "invoice")
        )
        let draft = try #require(
            composer.draft(
                reading: Fixture.reading("x", matters: ["order.where", "invoice"], signals: Signals(distress: true)),
                content: Fixture.content(),
                inbox: Fixture.inbox,
                situation: ReplySituation(offers: [Self.offer])
            )
        )
        #expect(draft.text.contains("[[goodwill]]"))
        #expect(draft.goodwillMatter == matter)
        #expect(draft.goodwillCause == matter)
    }

    @Test("what is given is written in the reply's language, or takes its line with it")
    func chosenGesture() throws {
        var slot = Slot(
            name: "goodwill",
            label: "?",
            kind: .goodwill([Self.offer]),
            isRequired: false,
            value: "voucher"
        )
        #expect(
            try Fixture.finished(Fixture.body("Fine.\n\nYou get [[goodwill]].", slots: [slot])).text
                == "Fine.\n\nYou get a voucher."
        )
        slot.value = nil
        #expect(try Fixture.finished(Fixture.body("Fine.\n\nYou get [[goodwill]].", slots: [slot])).text == "Fine.")
        slot.value = "car"
        #expect(throws: Unsendable(refusals: [.notSendable("?: “car” is none of voucher.")])) {
            try Fixture.finished(Fixture.body("You get [[goodwill]].", slots: [slot]))
        }
    }
}
