import Model
import Replies
import Testing

@Suite("Subjects and recipients of replies")
struct EnvelopeTests {
    @Test(
        "one Re:, whatever stood there before",
        arguments: [
            ("Order", "Re: Order"), ("Re: Order", "Re: Order"), ("RE: AW: Re[2]: Order", "Re: Order"),
            ("Antw: SV: Order", "Re: Order"), ("回复：Order", "Re: Order"), ("Re (3): Order", "Re: Order"),
            ("Fwd: Order", "Re: Fwd: Order"), ("Reorder: pens", "Re: Reorder: pens"), ("", "Re: Your message"),
            ("Re:", "Re: Your message"), ("a\r\nBcc: b", "Re: a Bcc: b"), ("10:30 is fine", "Re: 10:30 is fine"),
        ]
    )
    func subject(_ subject: String, _ reply: String) {
        #expect(SubjectLine.reply(to: subject) == reply)
    }

    @Test(
        "Reply-To, else From, never ourselves",
        arguments: [
            (["b@customer.example"], "a@customer.example", ["b@customer.example"]),
            ([], "a@customer.example", ["a@customer.example"]),
            (["Hello@Shop.example"], "a@customer.example", ["a@customer.example"]),
            (["b@customer.example", "B@customer.example", "info@shop.example"], "x@y.example", ["b@customer.example"]),
            ([], "other@shop.example", []),
            ([], "broken", []),
            (["two words@x.example"], "a@customer.example", ["a@customer.example"]),
        ]
    )
    func recipients(_ replyTo: [String], _ from: String, _ to: [String]) {
        let content = Fixture.content(
            from: MailAddress(address: from),
            replyTo: replyTo.map { MailAddress(address: $0) }
        )
        let recipients = ReplyRecipients.of(content, inbox: Fixture.inbox, ours: ["other@shop.example"])
        #expect(recipients == Recipients(to: to.map { MailAddress(address: $0) }))
    }

    @Test(
        "the first name is used only where it is one",
        arguments: [
            ("Anna Schmidt", "Hello Anna,"), ("Schmidt, Anna", "Hello Anna,"), ("ANNA SCHMIDT", "Hello Anna,"),
            ("Dr. Jean-Luc Picard", "Hello Jean-Luc,"), ("\"Müller, Jürgen\"", "Hello Jürgen,"),
            ("anna@customer.example", "Hello,"), ("A. Schmidt", "Hello,"), ("Acme GmbH", "Hello,"),
            ("Support Team", "Hello,"), ("Anna via Portal", "Hello,"), ("", "Hello,"), ("x99", "Hello,"),
        ]
    )
    func greeting(_ name: String, _ greeting: String) throws {
        let content = Fixture.content(from: MailAddress(name: name, address: "a@customer.example"))
        let draft = try Fixture.composer()
            .blank(reading: Fixture.reading("x"), content: content, inbox: Fixture.inbox)
        #expect(draft.text.hasPrefix(greeting + "\n"))
    }

    @Test(
        "order and invoice numbers follow the word for them",
        arguments: [
            ("Where is my order 10234?", "10234 –"), ("order no. #A-1023-4, please", "A-1023-4 –"),
            ("Bestellnummer: 2026-00417", "2026-00417 –"), ("I ordered in 2026 and again 2026-03-04", "– –"),
            ("orders 1001 and order 1002 and order 1001", "1001, 1002 –"),
            ("invoice R-5512 for order 778", "778 R-5512"),
            ("my order is late by 300 hours", "– –"), ("Rechnung Nr. 55123", "– 55123"),
        ]
    )
    func facts(_ text: String, _ expected: String) throws {
        let numbers = """
            ## gain
            {{#fact.order_number}}{{fact.order_number}}{{/fact.order_number}}{{^fact.order_number}}–{{/fact.order_number}} \
            {{#fact.invoice_number}}{{fact.invoice_number}}{{/fact.invoice_number}}\
            {{^fact.invoice_number}}–{{/fact.invoice_number}}
            """
        let composer = try Fixture.composer(Fixture.template(numbers))
        let content = Fixture.content(subject: "Hello")
        let draft = try #require(composer.draft(reading: Fixture.reading(text), content: content, inbox: Fixture.inbox))
        #expect(draft.text.contains("\n\n\(expected)\n\n"), "\(draft.text)")
    }
}
