import Foundation
import Model
import Replies
import Testing

@Suite("Placeholders stand for what is known, and for nothing else")
struct FactsTests {
    @Test(
        "facts are typed and written in the reply's language",
        arguments: [
            ("{{fact.order_id}}", "en", [(.orderID, "10234")], "10234"),
            (
                "{{fact.order_number}}", "en", [(.orderID, "10234"), (.orderID, "777"), (.orderID, "10234")],
                "10234, 777"
            ),
            ("{{fact.amount}}", "en", [(.amount, "1299.00 EUR")], "€1,299.00"),
            ("Von {{fact.amount}}", "de", [(.amount, "1299.00 EUR")], "Von 1.299,00\u{A0}€"),
            ("{{fact.amount}}", "en", [(.amount, "20.00 CHF")], "CHF\u{A0}20.00"),
            ("{{fact.amount}}", "en", [(.amount, "1.00 EUR"), (.amount, "2.00 EUR")], "[[fact_amount]]"),
            ("Am {{fact.date}}", "de", [(.date, "2026-03-04")], "Am 4. März 2026"),
            ("- {{fact.date}}\n1. {{fact.date}}", "de", [(.date, "2026-03-04")], "- 4\\. März 2026\n1. 4\\. März 2026"),
            ("{{fact.product}}", "en", [(.product, "the *blue* lamp")], "the \\*blue\\* lamp"),
            ("{{fact.phone}}", "en", [(.phone, "+4930123456")], "\\+4930123456"),
            ("{{fact.email}}", "en", [(.email, "a_b@c.example")], "a\\_b@c.example"),
            ("{{fact.address}}", "en", [(.address, "1 High St")], "1 High St"),
            ("{{#fact.name}}{{fact.name}}{{/fact.name}}{{^fact.name}}nobody{{/fact.name}}", "en", [], "nobody"),
        ] as [(String, String, [(Fact.Kind, String)], String)]
    )
    func facts(_ text: String, _ language: String, _ facts: [(Fact.Kind, String)], _ expected: String) throws {
        let reading = Fixture.reading("x", language: language, facts: facts.map { ($0, "x", $1) })
        let composer = Fixture.composer(try Fixture.template("## gain\n\(text)", language: language))
        let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
        #expect(Fixture.paragraphs(of: draft) == [expected])
    }

    @Test("an order number in the subject, and an invoice's anywhere, are facts too")
    func labelledNumbers() throws {
        let composer = Fixture.composer(try Fixture.template("## gain\n{{fact.order_id}} {{fact.invoice_id}}"))
        let draft = composer.draft(
            reading: Fixture.reading("The invoice no. R-5512 is wrong."),
            content: Fixture.content(subject: "Re: Order #A-1023-4"),
            inbox: Fixture.inbox
        )
        #expect(Fixture.paragraphs(of: draft) == ["A-1023-4 R-5512"])
    }

    @Test("somebody without a name in From is greeted by the one they sign with")
    func signedName() throws {
        let draft = Fixture.composer(try Fixture.template("## gain\nx")).draft(
            reading: Fixture.reading("Thanks, Maria Lopez", facts: [(.name, "Maria Lopez", "Maria Lopez")]),
            content: Fixture.content(from: MailAddress(address: "ml@customer.example")),
            inbox: Fixture.inbox
        )
        #expect(draft?.text.hasPrefix("Hello Maria,\n") == true)
    }

    @Test(
        "a slot is filled from a fact of its kind, and left open by any other",
        arguments: [
            (Slot.Kind.date, FactValue.day(CalendarDay(number: 20_500)), "2026-02-16"),
            (.date, .text("2026-02-16"), "2026-02-16"), (.date, .text("soon"), nil),
            (.money, .money(Money(minorUnits: 1250, currency: "EUR")), "12.50 EUR"),
            (.money, .text("12,50 €"), "12.50 EUR"), (.money, .number(3), nil),
            (.text, .text("on\nits way"), "on its way"), (.text, .number(3), "3"),
            (.choice(["a", "b"]), .text("b"), "b"), (.choice(["a", "b"]), .text("c"), nil),
        ] as [(Slot.Kind, FactValue, String?)]
    )
    func slotFrom(_ kind: Slot.Kind, _ fact: FactValue, _ value: String?) throws {
        let template = try Fixture.template("## gain\n[[state]]") {
            let slot = Slot(name: "state", label: "?", kind: kind)
            $0.slots = [SlotDeclaration(slot: slot, from: "lookup.order.state", line: 3)]
        }
        let draft = Fixture.composer(template).draft(
            reading: Fixture.reading("x"),
            content: Fixture.content(),
            inbox: Fixture.inbox,
            situation: ReplySituation(facts: ["lookup.order.state": fact])
        )
        #expect(draft?.slots.map(\.value) == [value])
    }

    @Test("who signs is known when the reply is released")
    func agent() throws {
        let parts = LanguageParts([
            "greeting": PartSource(text: "Hello,"), "closing": PartSource(text: "Bye"),
            "signature": PartSource(text: "{{agent.name}}\n{{inbox.name}}"),
        ])
        let composer = Fixture.composer(try Fixture.template("## gain\nx"), parts: parts)
        let draft = try #require(
            composer.draft(reading: Fixture.reading("x"), content: Fixture.content(), inbox: Fixture.inbox)
        )
        #expect(draft.text.hasSuffix("Bye\n[[agent_name]]\nExample Shop\nMonday to Friday, 9 to 17"))
        #expect(draft.slots.isEmpty)
        #expect(try Fixture.finished(draft).text.contains("Bye\nBen Ode\nExample Shop"))
        #expect(throws: Unsendable(refusals: [.openSlots(["Who signs"])])) {
            try FinishedReply(draft, agent: "", today: Fixture.today)
        }
    }

    @Test(
        "amounts are understood as people type them",
        arguments: [
            ("12.50 €", "€12.50"), ("€12.50", "€12.50"), ("12,50 EUR", "€12.50"), ("1.299,00 EUR", "€1,299.00"),
            ("1,299 usd", "$1,299.00"), ("CHF 20", "CHF\u{A0}20.00"), ("500 JPY", "¥500"), ("12.5 eur", "€12.50"),
            ("12.50", nil), ("lots", nil), ("12.505,1 EUR", "€12,505.10"), ("12.505,123 EUR", nil),
            ("1,299,50 EUR", nil), ("€ 12 €", nil), ("1,2,3 EUR", nil),
            ("9999999999999999 EUR", nil), ("12.50 JPY", nil),
        ] as [(String, String?)]
    )
    func money(_ typed: String, _ written: String?) throws {
        let slot = Slot(name: "sum", label: "How much?", kind: .money, value: typed)
        let reply = try? Fixture.finished(Fixture.body("You get [[sum]].", slots: [slot]))
        #expect(reply?.text == written.map { "You get \($0)." })
    }
}
