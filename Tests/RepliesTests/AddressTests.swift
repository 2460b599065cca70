import Foundation
import Model
import Replies
import Testing

@Suite("People read every word of a draft as its customer is addressed")
struct AddressTests {
    static func draft(_ formality: Formality) throws -> DraftBody? {
        let choice = Slot(name: "way", label: "Wie helfen wir {Ihnen|dir}?", kind: .choice(["{Sie|du}, so", "anders"]))
        let composer = Fixture.composer(
            try Fixture.template("## gain\n[[way]]", language: "de", slots: [choice]) {
                $0.promise = .promise(PromisePlan(what: "{Ihre|deine} Bestellung kommt", by: .suggested, line: 3))
            },
            try Fixture.template("## gain\nGut.", name: "invoice", language: "de") {
                $0.topic = "{Ihre|deine} Rechnung"
            }
        )
        var inbox = Fixture.inbox
        inbox.formality = formality
        let reading = Fixture.reading("x", matters: ["order.where", "invoice"], language: "de")
        return composer.draft(reading: reading, content: Fixture.content(), inbox: inbox)
    }

    @Test("slots, choices, topics and promises have no mark left", arguments: [Formality.formal, .informal])
    func resolved(_ formality: Formality) throws {
        let draft = try #require(try Self.draft(formality))
        let isFormal = formality == .formal
        #expect(draft.text.contains(isFormal ? "As for Ihre Rechnung:" : "As for deine Rechnung:"))
        let way = try #require(draft.slots.first { $0.name == "way" })
        #expect(way.label == (isFormal ? "Wie helfen wir Ihnen?" : "Wie helfen wir dir?"))
        #expect(way.kind == .choice([isFormal ? "Sie, so" : "du, so", "anders"]))
        let what = isFormal ? "Ihre Bestellung kommt" : "deine Bestellung kommt"
        #expect(draft.promise?.terms.map(\.what) == [what])
        #expect(draft.slots.contains { $0.label == "\(what): bis zu welchem Tag?" })
        #expect(!draft.slots.contains { $0.label.contains("|") })
    }

    @Test(
        "the program's own questions are in the reply's language",
        arguments: [
            ("de", "Was ist passiert?"), ("fr", "Que s’est-il passé ?"), ("es", "¿Qué ha pasado?"),
            ("en", "What happened?"), ("pl", "What happened?"),
        ]
    )
    func questions(_ language: String, _ question: String) throws {
        let template = try Fixture.template("## gain\nFine.", name: "complaint.person", language: language)
        let composer = DraftComposer(templates: TemplateSet(templates: [template], parts: [language: Fixture.parts]))
        let reading = Fixture.reading("x", intent: "complaint.person", language: language)
        let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
        #expect(draft?.slots.contains { $0.label.hasPrefix(question) } == true)
    }
}
