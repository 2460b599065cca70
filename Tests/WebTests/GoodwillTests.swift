import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Pipeline
import Storage
import Testing

@testable import Web

@Suite("Goodwill and questions to a senior at the desk")
struct GoodwillTests {
    private let path = "/conversations/1"

    private static let offers = [
        GoodwillOffer(id: "delivery", title: ["en": "free delivery"], value: Money(minorUnits: 490, currency: "EUR")),
        GoodwillOffer(id: "voucher", title: ["en": "a voucher"], value: Money(minorUnits: 5_000, currency: "EUR")),
    ]
    private static let policy = GoodwillPolicy(
        offers: offers,
        rules: [
            GoodwillRule(subject: .role(.agent), currency: "EUR", each: 1_000, month: 20_000),
            GoodwillRule(subject: .role(.senior), currency: "EUR", each: 10_000),
        ]
    )

    private func scene() async throws -> Scene {
        let scene = try await Scene(goodwill: Self.policy)
        try await scene.addUser("sam", "Sam", role: .senior)
        var letter = Letter()
        letter.draft?.text = "We are sorry.\n\nYou get [[goodwill]]."
        letter.draft?.slots = [
            Slot(name: "goodwill", label: "A gesture", kind: .goodwill(Self.offers), isRequired: false)
        ]
        try await scene.receive(letter)
        return scene
    }

    @Test("what may be given now is a choice; what is above it stays visible with the reason")
    func choices() async throws {
        try await scene().run { client in
            let page = try await Browser.signedIn(client).page(path)
            #expect(page.contains("<option value=\"delivery\">free delivery</option>"))
            #expect(page.contains("<option value=\"voucher\" disabled>a voucher (ask a senior)</option>"))
            #expect(page.contains("anna may give 10.00 EUR at once, and this is 50.00 EUR."))
            let seniors = try await Browser.signedIn(as: "sam", client).page(path)
            #expect(seniors.contains("<option value=\"voucher\">a voucher</option>"))
        }
    }

    @Test("an agent cannot release what is above the budget, by whatever form")
    func above() async throws {
        let scene = try await scene()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            form["slot_goodwill"] = "voucher"
            let response = try await browser.post("/drafts/1/approve", form)
            #expect(response.status == .conflict)
            #expect(String(buffer: response.body).contains("You can ask somebody who may give it."))
        }
        #expect(try await scene.store.outgoing(in: .waiting, limit: 9).isEmpty)
    }

    @Test("a click asks a senior with the offer in its place; the queue says who asked; the senior releases it")
    func ask() async throws {
        let scene = try await scene()
        try await scene.run { client in
            let anna = try await Browser.signedIn(client)
            var form = try await anna.draftForm(path)
            form["ask_offer"] = "voucher"
            let asked = try await anna.post("/drafts/1/ask", form)
            #expect(asked.headers[.location] == "/conversations/1?at=0&done=asked")
            let sam = try await Browser.signedIn(as: "sam", client)
            #expect(try await sam.page("/queue").contains("<span class=\"why\">Asked by anna: a senior decides</span>"))
            #expect(try await anna.page("/queue").contains("why calm\">Asked by anna"))
            let page = try await sam.page(path)
            #expect(page.contains("<bdi>anna</bdi> asks a senior:</b>") && page.contains("May we give “a voucher”?"))
            let released = try await sam.post("/drafts/1/approve", try await sam.draftForm(path))
            #expect(released.status == .seeOther)
        }
        #expect(try await scene.store.outgoing(in: .waiting, limit: 9).map(\.approvedBy) == ["sam"])
    }

    @Test("a question needs words where it is about nothing that is offered")
    func question() async throws {
        try await scene().run { client in
            let browser = try await Browser.signedIn(client)
            var form = try await browser.draftForm(path)
            #expect(try await browser.post("/drafts/1/ask", form).status == .conflict)
            form["question"] = "Do we do this?"
            #expect(try await browser.post("/drafts/1/ask", form).status == .seeOther)
            #expect(try await browser.page(path).contains("Do we do this?"))
        }
    }

    @Test("the form of address is switched where the language makes a difference", arguments: ["de", "fr", "es", "en"])
    func address(_ language: String) async throws {
        let scene = try await Scene()
        var letter = Letter()
        letter.draft?.language = language
        letter.intents[0].intent = "order.where"
        try await scene.receive(letter)
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let page = try await browser.page(path)
            #expect(page.contains("Form of address") == (language != "en"))
            let form = ["token": try await browser.draftForm(path)["token"] ?? "", "formality": "informal", "at": "0"]
            let response = try await browser.post("/conversations/1/formality", form)
            #expect(response.headers[.location] == "/conversations/1?at=0&done=addressed")
            #expect(
                try await browser.post("/conversations/1/formality", ["token": form["token"] ?? ""]).status
                    == .badRequest
            )
        }
        let known = try await scene.store.customer("mara@customer.example", in: Scene.inbox.name, besides: nil)
        #expect(known.formality == .informal)
    }
}
