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
        let draft = Fixture.composer()
            .blank(reading: Fixture.reading("x"), content: content, inbox: Fixture.inbox)
        #expect(draft.text.hasPrefix(greeting + "\n"))
    }
}
