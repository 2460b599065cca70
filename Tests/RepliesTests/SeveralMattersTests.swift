import Model
import Replies
import Testing

@Suite("One reply answers everything that a message asks")
struct SeveralMattersTests {
    static let text = "Where is my order 10234? And please send the invoice again. Do you also ship to Norway?"
    static let asks = ["Where is my order 10234?", "please send the invoice again.", "Do you also ship to Norway?"]

    static func reading(_ matters: [String], asks: [String] = asks) -> Reading {
        Fixture.reading(
            text,
            matters: matters,
            asks: asks,
            facts: [(.orderID, "10234", "10234")],
            evidence: ["order.where": ["Where is my order"], "invoice": ["invoice"]]
        )
    }

    static func composer() throws -> DraftComposer {
        Fixture.composer(
            try Fixture.template(
                "## same page\nOrder {{fact.order_id}}.\n## gain\nOn [[day]].\n## ahead\nOut?\n## feedback\nHow was it?",
                slots: [Slot(name: "day", label: "When does it come?", kind: .date)]
            ),
            try Fixture.template(
                "## same page\nThe invoice.\n## gain\nHere: [[link]], by [[day]].\n## ahead\nTax?\n## feedback\nGood?",
                name: "invoice",
                slots: [
                    Slot(name: "day", label: "When is it there?", kind: .date), Slot(name: "link", label: "Where?"),
                ]
            ) { $0.topic = "your invoice" }
        )
    }

    @Test("each matter once, in order; one look ahead, one request for feedback, no ask left out")
    func order() throws {
        let draft = try Self.composer().draft(
            reading: Self.reading(["order.where", "invoice"]),
            content: Fixture.content(),
            inbox: Fixture.inbox
        )
        #expect(
            Fixture.paragraphs(of: draft) == [
                "Order 10234.", "The invoice.", "On [[day]].", "Out?", "As for your invoice:",
                "Here: [[link]], by [[day_2]].",
                "You also wrote: “Do you also ship to Norway?” [[answer]]", "How was it?",
            ]
        )
        #expect(draft?.matters == ["order.where", "invoice"])
        #expect(draft?.slots.map(\.name) == ["day", "day_2", "link", "answer"])
        #expect(draft?.slots.last?.label == "What do you answer? “Do you also ship to Norway?”")
        #expect(
            draft?.moves.map(\.matter) == [
                "order.where", "invoice", "order.where", "order.where", "invoice", "", "order.where",
            ]
        )
    }

    @Test(
        "an ask that says the matter once more, or nothing, is answered by the matter's template",
        arguments: [
            ("Where is my order 10234? Can you help me?", ["Where is my order 10234?", "Can you help me?"], []),
            (
                "Where is my order? I ordered a lamp. Where has my order gone?",
                ["Where is my order?", "Where has my order gone?"], []
            ),
            ("Where is my order? Please let me know.", ["Where is my order?", "Please let me know."], []),
            (
                "Where is my order? Could you please look into it?",
                ["Where is my order?", "Could you please look into it?"], []
            ),
            (
                "Where is my order? Do you sell batteries?", ["Where is my order?", "Do you sell batteries?"],
                ["Do you sell batteries?"]
            ),
            (
                "Where is my order, and what are your opening hours?",
                ["Where is my order", "what are your opening hours?"],
                ["what are your opening hours?"]
            ),
        ] as [(String, [String], [String])]
    )
    func leftAsks(_ text: String, _ asks: [String], _ left: [String]) throws {
        let reading = Fixture.reading(text, asks: asks, evidence: ["order.where": ["Where is my order"]])
        let paragraphs = try Fixture.paragraphs("## gain\nIt is here.", reading: reading)
        #expect(
            paragraphs == ["It is here."]
                + left.enumerated().map {
                    "You also wrote: “\($1)” [[answer\($0 == 0 ? "" : "_\($0 + 1)")]]"
                }
        )
    }

    @Test("what a customer asks us not to ask of them is no ask")
    func plea() throws {
        let text = "The teapot arrived broken. I have no car, so please do not let it go round the village."
        var reading = Fixture.reading(
            text,
            asks: ["please do not let it go round the village."],
            evidence: ["order.where": ["arrived broken"]]
        )
        #expect(try Fixture.paragraphs("## gain\nFine.", reading: reading).count == 2)
        let scalars = text.unicodeScalars
        let start = scalars.distance(
            from: scalars.startIndex,
            to: try #require(text.firstRange(of: "I have")).lowerBound
        )
        let span = TextSpan(text: "I have no car", start: start, end: start + 13)
        reading.circumstances = [NamedCircumstance(.mobility, span)]
        #expect(try Fixture.paragraphs("## gain\nFine.", reading: reading) == ["Fine."])
    }

    @Test("a clarifying question answers whatever is asked")
    func unclear() throws {
        let composer = Fixture.composer(try Fixture.template("## next\nWhich?", name: "unclear"))
        let reading = Fixture.reading(Self.text, intent: nil, asks: Self.asks)
        let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
        #expect(Fixture.paragraphs(of: draft) == ["Which?"])
        #expect(draft?.matters == [])
    }

    @Test("a matter without a template is left to a person, in the customer's words")
    func matterWithoutTemplate() throws {
        let composer = Fixture.composer(try Fixture.template("## gain\nFine."))
        let reading = Fixture.reading(
            "Where is my order? I want to change the name on my account.",
            matters: ["account.change", "order.where"],
            evidence: ["order.where": ["Where is my order"], "account.change": ["change the name"]]
        )
        let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
        #expect(
            Fixture.paragraphs(of: draft) == [
                "Fine.", "You also wrote: “I want to change the name on my account”. [[answer]]",
            ]
        )
        #expect(draft?.matters == ["order.where"])
    }

    @Test("one question is put once: the same fact, or the same words, share a slot")
    func sharedSlots() throws {
        let slots = [
            SlotDeclaration(slot: Slot(name: "state", label: "A?"), from: "lookup.order.state", line: 3),
            SlotDeclaration(slot: Slot(name: "who", label: "Who sees to it?"), line: 4),
            SlotDeclaration(slot: Slot(name: "why", label: "Why was it late?"), line: 5),
        ]
        var others = slots
        others[0].slot.label = "B?"
        others[2].slot.label = "Why is it wrong?"
        let text = "## gain\n[[state]] [[who]] [[why]]"
        let composer = Fixture.composer(
            try Fixture.template(text) { $0.slots = slots },
            try Fixture.template(text, name: "invoice") { $0.slots = others }
        )
        let draft = composer.draft(
            reading: Self.reading(["order.where", "invoice"], asks: []),
            content: Fixture.content(),
            inbox: Fixture.inbox
        )
        #expect(Fixture.paragraphs(of: draft) == ["[[state]] [[who]] [[why]]", "[[state]] [[who]] [[why_2]]"])
        #expect(draft?.slots.count == 4)
    }

    /// - Parameter answered: what the template of the order answers beside it.
    private static func repeating(_ text: String, _ matters: [String], answered: [String]) throws -> DraftBody? {
        let composer = Fixture.composer(
            try Fixture.template("## gain\nCancelled, and paid back.", name: "order.cancel") {
                $0.alsoAnswers = answered.map { NamedLine($0, line: 1) }
            },
            try Fixture.template("## gain\nThe money is there soon.", name: "refund.status")
        )
        let reading = Fixture.reading(
            text,
            matters: matters,
            asks: ["Cancel order 1.", "When is my money back?"],
            facts: text.contains("2") ? [(.orderID, "1", "1"), (.orderID, "2", "2")] : [(.orderID, "1", "1")],
            evidence: ["order.cancel": ["Cancel"], "refund.status": ["money back"]]
        )
        return composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
    }

    @Test(
        "what another template of the reply answers is not said twice, whichever comes first",
        arguments: [["order.cancel", "refund.status"], ["refund.status", "order.cancel"]]
    )
    func repeated(_ matters: [String]) throws {
        let text = "Cancel order 1. When is my money back?"
        let once = try Self.repeating(text, matters, answered: ["refund.status"])
        #expect(Fixture.paragraphs(of: once) == ["Cancelled, and paid back."])
        #expect(once?.matters == ["order.cancel", "refund.status"])
        #expect(once?.template == "order.cancel")
        #expect(try Fixture.paragraphs(of: Self.repeating(text, matters, answered: [])).count > 1)
    }

    @Test("matters about two orders are answered each by itself")
    func severalOrders() throws {
        let draft = try Self.repeating(
            "Cancel order 1. When is my money back? It was order 2.",
            ["order.cancel", "refund.status"],
            answered: ["refund.status"]
        )
        #expect(Fixture.paragraphs(of: draft).contains("The money is there soon."))
    }

    @Test("two intents with one template are one matter")
    func sameTemplate() throws {
        let template = try Fixture.template("## gain\nFine.")
        let composer = DraftComposer(
            templates: TemplateSet(templates: [template], parts: ["en": Fixture.parts]),
            templateNames: ["invoice": "order.where"]
        )
        let draft = composer.draft(
            reading: Self.reading(["order.where", "invoice"], asks: []),
            content: Fixture.content(),
            inbox: Fixture.inbox
        )
        #expect(Fixture.paragraphs(of: draft) == ["Fine."])
    }

    @Test("each matter quotes its own ask, a question with its mark")
    func ownAsks() throws {
        let text = "## gain\n“{{ask}}”"
        let composer = Fixture.composer(try Fixture.template(text), try Fixture.template(text, name: "invoice"))
        let draft = composer.draft(
            reading: Self.reading(["order.where", "invoice"]),
            content: Fixture.content(),
            inbox: Fixture.inbox
        )
        #expect(
            Fixture.paragraphs(of: draft).prefix(2) == [
                "“Where is my order 10234?”", "“please send the invoice again”",
            ]
        )
    }
}
