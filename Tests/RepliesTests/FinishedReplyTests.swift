import Foundation
import Model
import Replies
import Testing

@Suite("A draft is finished only when nothing is missing")
struct FinishedReplyTests {
    @Test(
        "holes of every kind refuse",
        arguments: [
            ("On [[day]].", Refusal.openSlots(["When?"])),
            ("On [[dya]].", .notSendable("The text still holds [[dya]]: fill it in or take it out.")),
            ("See [[some page]].", .notSendable("The text still holds [[some page]]: fill it in or take it out.")),
            ("Hi {{name}}", .notSendable("The text still holds {{: fill it in or take it out.")),
            ("  \n \n", .notSendable("The reply has no text.")),
        ]
    )
    func holes(_ text: String, _ refusal: Refusal) {
        let body = Fixture.body(text, slots: [Slot(name: "day", label: "When?", value: "  ")])
        #expect(throws: Unsendable(refusals: [refusal])) { try Fixture.finished(body) }
    }

    @Test("a reply needs somebody to go to, at an address, and a subject")
    func envelope() {
        var body = Fixture.body("Hi", to: [])
        body.subject = " "
        #expect(
            throws: Unsendable(refusals: [
                .notSendable("There is nobody to send it to."), .notSendable("The subject is empty."),
            ])
        ) { try Fixture.finished(body) }
        #expect(throws: Unsendable(refusals: [.notSendable("“not an address” is no mail address.")])) {
            try Fixture.finished(Fixture.body("Hi", to: ["not an address"]))
        }
    }

    @Test("slots are filled; dates are written out; an optional slot left open takes its line with it")
    func filling() throws {
        let slots = [
            Slot(name: "day", label: "When?", kind: .date, value: "2026-03-04"),
            Slot(name: "sum", label: "How much?", kind: .money, value: "12.50 €"),
            Slot(name: "link", label: "Tracking?", isRequired: false),
        ]
        let text = "It comes on [[day]].\n\nTrack it: [[link]]\n\nYou get [[sum]] back."
        #expect(
            try Fixture.finished(Fixture.body(text, slots: slots)).text
                == "It comes on 4 March 2026.\n\nYou get €12.50 back."
        )
    }

    @Test(
        "spaces that no line breaks at stay in what people fill in, in choices and in offers",
        arguments: [
            (Slot.Kind.text, "12\u{202F}345\u{A0}km,\n today"),
            (.choice(["12\u{202F}345\u{A0}km, today"]), "12 345 km, today"),
            (
                .goodwill([
                    GoodwillOffer(
                        id: "v",
                        title: ["en": "12\u{202F}345\u{A0}km, today"],
                        value: Money(minorUnits: 1, currency: "EUR")
                    )
                ]), "v"
            ),
        ]
    )
    func noBreakSpaces(kind: Slot.Kind, value: String) throws {
        let slot = Slot(name: "way", label: "How?", kind: kind, value: value)
        let finished = try Fixture.finished(Fixture.body("It is [[way]].", slots: [slot]))
        #expect(finished.text == "It is 12\u{202F}345\u{A0}km, today.")
    }

    @Test("a choice is one of its choices")
    func choice() {
        let slot = Slot(name: "way", label: "How?", kind: .choice(["post", "courier"]), value: "pigeon")
        #expect(throws: Unsendable(refusals: [.notSendable("How?: “pigeon” is none of post, courier.")])) {
            try Fixture.finished(Fixture.body("By [[way]].", slots: [slot]))
        }
    }

    @Test("a slot whose sentence the person took out is no hole")
    func removedSlot() throws {
        let reply = try Fixture.finished(Fixture.body("Fine.", slots: [Slot(name: "day", label: "When?")]))
        #expect(reply.text == "Fine.")
    }

    @Test(
        "Markdown becomes plain text that keeps its meaning",
        arguments: [
            ("One\ntwo\n\nthree", "One\ntwo\n\nthree"),
            ("See [the page](https://shop.example/a).", "See the page (https://shop.example/a)."),
            ("<https://shop.example/a>", "https://shop.example/a"),
            ("<hello@shop.example>", "hello@shop.example"),
            ("Then:\n\n- one\n- two\n  more\n\nDone", "Then:\n\n- one\n- two\n  more\n\nDone"),
            ("3. one\n4. two", "3. one\n4. two"),
            ("- a\n  - b\n- c", "- a\n  - b\n- c"),
            ("# Head\n\n**bold** and *soft*", "Head\n\nbold and soft"),
            ("> one\n>\n> two", "> one\n>\n> two"),
            ("`code` <b>kept</b>", "code <b>kept</b>"),
            ("<div>\nkept\n</div>", "<div>\nkept\n</div>"),
            ("\\[\\[not a slot\\]\\]", "[[not a slot]]"),
        ]
    )
    func plainText(_ markdown: String, _ text: String) throws {
        #expect(try Fixture.finished(Fixture.body(markdown)).text == text)
    }

    @Test(
        "HTML that somebody wrote is shown, never obeyed",
        arguments: [
            ("<b onclick=x>hi</b>", "&lt;b onclick=x&gt;hi&lt;/b&gt;"),
            ("[x](javascript:alert(1))", "<a href=\"\">x</a>"),
            ("a\nb", "<p>a<br />\nb</p>"),
            ("<script>\nx\n</script>", "&lt;script&gt;"),
        ]
    )
    func html(_ markdown: String, _ html: String) throws {
        #expect(try Fixture.finished(Fixture.body(markdown)).html.contains(html))
    }

    @Test("nesting without end is no danger")
    func deepNesting() throws {
        let reply = try Fixture.finished(Fixture.body(String(repeating: ">", count: 20_000) + " x"))
        #expect(reply.text.hasSuffix("x"))
    }

    @Test(
        "the original stands below, dated in the reply's language",
        arguments: [
            ("en", "On 3 February 2026 at 14:05 UTC, Anna Schmidt wrote:\n> Hallo"),
            ("de", "Am 3. Februar 2026 um 14:05 UTC schrieb Anna Schmidt:\n> Hallo"),
            ("nl", "On 2026-02-03 14:05 UTC, Anna Schmidt wrote:\n> Hallo"),
        ]
    )
    func quotation(_ language: String, _ expected: String) throws {
        var content = Fixture.content(text: "Hallo\n")
        content.date = try Date("2026-02-03T14:05:00Z", strategy: .iso8601)
        var reply = try Fixture.finished(Fixture.body("Fine."))
        reply.append(Quotation(of: content, language: language))
        #expect(reply.text == "Fine.\n\n" + expected)
        #expect(reply.html.contains("<blockquote"))
    }
}
