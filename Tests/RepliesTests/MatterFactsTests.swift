import Foundation
import Model
import Replies
import Testing

@Suite("Each matter of a reply says what is its own")
struct MatterFactsTests {
    static let text = "Where is my order 10234? I want to send the lamp of order 10300 back."

    static func draft(_ text: String, evidence: [String: [String]], subject: String = "Two things") throws -> DraftBody?
    {
        let composer = Fixture.composer(
            try Fixture.template("## gain\nOn its way: {{fact.order_id}}."),
            try Fixture.template("## gain\nBack: {{fact.order_id}}.", name: "return")
        )
        let reading = Fixture.reading(
            text,
            matters: ["order.where", "return"],
            facts: [(.orderID, "10234", "10234"), (.orderID, "10300", "10300")],
            evidence: evidence
        )
        return composer.draft(reading: reading, content: Fixture.content(subject: subject), inbox: Fixture.inbox)
    }

    @Test("order numbers that can be told apart stand with their own matter")
    func apart() throws {
        let draft = try Self.draft(Self.text, evidence: ["order.where": ["Where is my"], "return": ["send the lamp"]])
        #expect(Fixture.paragraphs(of: draft) == ["On its way: 10234.", "Back: 10300."])
    }

    @Test("where one of them could belong to either, all are named")
    func together() throws {
        let both = ["On its way: 10234, 10300.", "Back: 10234, 10300."]
        let evidence = ["order.where": ["Where is my"], "return": ["send it back"]]
        let text = "Where is my order 10234 and how do I send it back? There is 10300 too."
        #expect(Fixture.paragraphs(of: try Self.draft(text, evidence: evidence)) == both)
        let named = try Self.draft(
            Self.text,
            evidence: ["order.where": ["Where is my"], "return": ["send the lamp"]],
            subject: "Order 10999"
        )
        #expect(Fixture.paragraphs(of: named).allSatisfy { $0.contains("10234, 10300") })
    }

    @Test("what is unclear, or not our business, says nothing beside a matter that is clear")
    func besideClear() throws {
        let composer = Fixture.composer(
            try Fixture.template("## gain\nFine."),
            try Fixture.template("## next\nWhich?", name: "unclear"),
            try Fixture.template("## gain\nNot ours.", name: "not_our_business")
        )
        for (matters, said) in [
            (["order.where", "unclear"], ["Fine."]), (["order.where", "not_our_business"], ["Fine."]),
            (["unclear", "order.where"], ["Fine."]), (["not_our_business"], ["Not ours."]), (["unclear"], ["Which?"]),
        ] {
            let reading = Fixture.reading("x", matters: matters)
            let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
            #expect(Fixture.paragraphs(of: draft) == said, "\(matters)")
        }
    }

    @Test(
        "a plea is no ask, in whatever language",
        arguments: [
            ("en", "please do not ask me to carry it anywhere."), ("en", "Please don't make us phone again."),
            ("de", "Bitte verlangen Sie nicht von mir, dass ich hinfahre."),
            ("fr", "Ne me demandez pas de venir."), ("es", "Por favor, no me pidan que vaya."),
        ]
    )
    func plea(_ language: String, _ plea: String) throws {
        let composer = Fixture.composer(try Fixture.template("## gain\nFine."))
        let reading = Fixture.reading("The teapot is broken. \(plea)", language: language, asks: [plea])
        let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
        #expect(Fixture.paragraphs(of: draft) == ["Fine."])
    }

    @Test("what we are asked not to send is an ask")
    func noPlea() throws {
        let ask = "Please do not send me newsletters."
        let composer = Fixture.composer(try Fixture.template("## gain\nFine."))
        let reading = Fixture.reading("The teapot is broken. \(ask)", asks: [ask])
        let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
        #expect(Fixture.paragraphs(of: draft).count == 2)
    }
}
