import Model
import Testing

@testable import Replies

@Suite("Drafts are composed from a reading and a template")
struct DraftComposerTests {
    @Test("greeting, moves, closing and signature stand in that order, with one empty line between parts")
    func wholeDraft() throws {
        let composer = Fixture.composer(
            try Fixture.template(
                "## same page\n\nYou ask after order {{fact.order_number}}.\n\n## next\nIt comes on [[day]].\n",
                slots: [Slot(name: "day", label: "When?", kind: .date)]
            )
        )
        let reading = Fixture.reading("Where is my order 10234? I need it.", facts: [(.orderID, "10234", "10234")])
        let draft = try #require(composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox))
        #expect(
            draft.text == """
                Hello Anna,

                You ask after order 10234.

                It comes on [[day]].

                Kind regards
                Example Shop
                Monday to Friday, 9 to 17
                """
        )
        #expect(draft.subject == "Re: Where is my order?")
        #expect(
            draft.recipients == Recipients(to: [MailAddress(name: "Anna Schmidt", address: "anna@customer.example")])
        )
        #expect(draft.slots.map(\.name) == ["day"])
        #expect(draft.template == "order.where")
        #expect(draft.matters == ["order.where"])
        #expect(draft.promise == DraftPromise.none)
        #expect(draft.language == "en")
    }

    @Test("a value that is needed and not there becomes a slot, one inside its section disappears")
    func absentValues() throws {
        let composer = Fixture.composer(
            try Fixture.template(
                "## gain\nOrder {{fact.order_number}}.{{#ask}} You wrote: {{ask}}{{/ask}}{{^ask}} Nothing.{{/ask}}"
            )
        )
        let content = Fixture.content(from: MailAddress(address: "x@customer.example"))
        let draft = try #require(composer.draft(reading: Fixture.reading(""), content: content, inbox: Fixture.inbox))
        #expect(draft.text.hasPrefix("Hello,\n\nOrder [[fact_order_id]]. Nothing.\n"))
        #expect(draft.slots.map(\.label) == ["The order number"])
        #expect(throws: Unsendable(refusals: [.openSlots(["The order number"])])) { try Fixture.finished(draft) }
    }

    @Test(
        "what is missing is asked for in the reply's language, as the template's own questions are",
        arguments: [
            ("en", "The order number", "What no look-up said: order state"),
            ("de", "Die Bestellnummer", "Was kein Abruf ergab: order state"),
            ("fr", "Le numéro de commande", "Ce qu’aucune consultation n’a donné : order state"),
            ("es", "El número de pedido", "Lo que ninguna consulta dijo: order state"),
            ("nl", "The order number", "What no look-up said: order state"),
        ]
    )
    func missingValues(_ language: String, _ order: String, _ state: String) throws {
        let text = "## gain\n{{fact.order_id}} {{lookup.order.state}}"
        let composer = Fixture.composer(try Fixture.template(text, language: language))
        let draft = composer.draft(
            reading: Fixture.reading("", language: language),
            content: Fixture.content(),
            inbox: Fixture.inbox
        )
        #expect(draft?.slots.map(\.label) == [order, state])
    }

    @Test("every placeholder has its question in every language that the program has words of")
    func questions() {
        for placeholder in Placeholder.known {
            let texts = ["en", "de", "fr", "es"].map { placeholder.slot(in: $0).label }
            #expect(Set(texts).count == 4 && !texts.contains(placeholder.name), "\(texts)")
        }
    }

    @Test("a slot whose section fell away is not asked for")
    func slotOfAbsentSection() throws {
        let template = try Fixture.template(
            "## gain\nFine.\n{{#fact.order_number}}\nOn [[day]].\n{{/fact.order_number}}",
            slots: [Slot(name: "day", label: "When?")]
        )
        let composer = Fixture.composer(template)
        let draft = try #require(
            composer.draft(reading: Fixture.reading("When?"), content: Fixture.content(), inbox: Fixture.inbox)
        )
        #expect(draft.slots.isEmpty)
    }

    @Test(
        "mail of programs gets no draft, people and lists do",
        arguments: [
            (AutomaticVerdict.Kind.human, true), (.list, true), (.autoReply, false), (.bounce, false),
            (.deliveryReport, false), (.report, false),
        ]
    )
    func verdicts(_ verdict: AutomaticVerdict.Kind, _ isDrafted: Bool) throws {
        let composer = Fixture.composer(try Fixture.template("## gain\nx"))
        let reading = Fixture.reading("Where is it?", verdict: verdict)
        let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
        #expect((draft != nil) == isDrafted)
    }

    @Test("an encrypted message waits for a person")
    func encrypted() throws {
        let composer = Fixture.composer(try Fixture.template("## gain\nx", name: "unclear"))
        var content = Fixture.content()
        content.protection = .encrypted
        #expect(
            composer.draft(reading: Fixture.reading("", intent: nil), content: content, inbox: Fixture.inbox) == nil
        )
    }

    @Test(
        "the template is chosen by intent and language, the inbox's language second, the clarifying question last",
        arguments: [
            ("order.where", "de", "order.where", "de"),
            ("order.where", "fr", "order.where", "en"),
            ("order.where", "und", "order.where", "en"),
            (nil, "de", "unclear", "en"),
            ("praise", "en", nil, nil),
        ] as [(String?, String, String?, String?)]
    )
    func choice(_ intent: String?, _ language: String, _ template: String?, _ written: String?) throws {
        let composer = Fixture.composer(
            try Fixture.template("## gain\nx"),
            try Fixture.template("## gain\nx", language: "de"),
            try Fixture.template("## gain\nx", name: "unclear")
        )
        let reading = Fixture.reading("x", intent: intent, language: language)
        let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
        #expect(draft?.template == template)
        #expect(draft?.language == written)
    }

    @Test("the ask is the sentence that most keywords speak for, without the greeting")
    func askByEvidence() throws {
        let composer = Fixture.composer(try Fixture.template("## gain\n{{ask}}"))
        let text = "Hi there,\nhope you are well! I ordered a lamp on Monday. It came broken in two. Can you help?"
        var reading = Fixture.reading(text)
        let start = try #require(text.firstRange(of: "broken")).lowerBound
        let offset = text.unicodeScalars.distance(from: text.startIndex, to: start)
        reading.intents[0].evidence = [Evidence(keyword: "broken", weight: 3, start: offset, end: offset + 6)]
        let draft = try #require(composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox))
        #expect(draft.text.contains("\n\nIt came broken in two\n\n"))
    }

    @Test("a blank reply has everything but the moves")
    func blank() throws {
        let composer = Fixture.composer()
        let draft = composer.blank(reading: Fixture.reading("x"), content: Fixture.content(), inbox: Fixture.inbox)
        #expect(draft.text == "Hello Anna,\n\nKind regards\nExample Shop\nMonday to Friday, 9 to 17")
        #expect(draft.template.isEmpty)
        #expect(draft.promise == nil)
    }
}
