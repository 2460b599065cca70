import Foundation
import MIME
import Model
import Pipeline
import Storage
import Testing

@Suite("The automatic acknowledgement")
struct AcknowledgerTests {
    private static let text = Acknowledgement(text: "Hello {{customer.first_name}}, we have “{{subject}}”.")

    private static func inbox(_ acknowledgement: Acknowledgement? = text) -> Inbox {
        Inbox(
            name: InboxName("support"),
            addresses: ["help@shop.example"],
            senderName: "Example Shop",
            acknowledgement: acknowledgement
        )
    }

    private func waiting(_ help: HelpDesk) async throws -> [OutgoingMail] {
        var mails: [OutgoingMail] = []
        for mail in try await help.store.outgoing(in: .waiting, limit: 100) {
            mails.append(try await #require(help.store.outgoingMail(mail.id)))
        }
        return mails
    }

    @Test("is off unless the inbox wants it")
    func off() async throws {
        let help = try HelpDesk(inbox: Self.inbox(nil))
        let message = try await help.receive()
        #expect(try await waiting(help).isEmpty)
        #expect(try await help.details(of: .withheld, message).isEmpty)
    }

    @Test("carries what an automatic answer has to")
    func carries() async throws {
        let help = try HelpDesk(inbox: Self.inbox())
        let fields = ["Reply-To: other@customer.example", "References: <a@x>"]
        try await help.receive(Letter(returnPath: "<mara.envelope@customer.example>", fields: fields).octets)
        let mail = try #require(try await waiting(help).first)
        let parsed = ParsedMessage(parsing: mail.mail.raw)
        #expect(mail.kind == .acknowledgement)
        #expect(mail.mail.reversePath == "")
        #expect(mail.mail.forwardPaths == ["mara.envelope@customer.example"])
        #expect(parsed.content.to.map(\.address) == ["mara.envelope@customer.example"])
        #expect(parsed.content.cc.isEmpty)
        #expect(parsed.content.from == MailAddress(name: "Example Shop", address: "help@shop.example"))
        #expect(parsed.content.inReplyTo == ["1@customer.example"])
        #expect(parsed.content.references == ["a@x", "1@customer.example"])
        #expect(parsed.content.subject == "Auto: Where is my order 4711")
        #expect(parsed.content.text.contains("Hello Mara, we have “Where is my order 4711”."))
        #expect(parsed.content.html == nil)
        #expect(parsed.content.attachments.isEmpty)
        #expect(parsed.content.date != nil)
        #expect(parsed.content.messageID.flatMap(help.token.verify) == mail.conversation)
    }

    @Test("promises a day only where thirty answers tell which one is likely")
    func likelyDay() async throws {
        let text = "We have it.{{#promise.due}} You hear from us by {{promise.due}}.{{/promise.due}}"
        let help = try HelpDesk(inbox: Self.inbox(Acknowledgement(text: text)))
        func acknowledgement(_ number: Int) async throws -> String {
            let letter = Letter(
                from: "C <c\(number)@d\(number).example>",
                subject: "Where is my order \(number)",
                messageID: "\(number)@d\(number).example",
                returnPath: "<c\(number)@d\(number).example>"
            )
            let message = try await help.receive(letter.octets)
            let listed = try #require(try await help.record(of: message).outgoing.first)
            let mail = try #require(try await help.store.outgoingMail(listed.id))
            help.clock.advance(4 * 3_600)
            let draft = try await help.readyDraft(for: message)
            _ = try await help.approve(draft, head: try await help.record(of: message).conversation.head)
            help.clock.advance(20 * 3_600)
            return ParsedMessage(parsing: mail.mail.raw).content.text
        }
        for number in 1...30 { #expect(try await !acknowledgement(number).contains("You hear from us")) }
        #expect(try await acknowledgement(31).contains("You hear from us by 23 December 2026."))
    }

    @Test("marks itself, each field once")
    func marks() async throws {
        let help = try HelpDesk(inbox: Self.inbox())
        try await help.receive()
        let mail = try #require(try await waiting(help).first)
        let fields = ParsedMessage(parsing: mail.mail.raw).fields
        #expect(fields.values(of: "Auto-Submitted") == ["auto-replied"])
        #expect(fields.values(of: "X-Auto-Response-Suppress") == ["All"])
        #expect(fields.values(of: "Precedence") == ["auto_reply"])
        #expect(fields.values(of: "X-Wavelength-Loop").filter(help.token.verifyLoopMark).count == 1)
        #expect(fields.values(of: "Reply-To").isEmpty)
    }

    @Test("says nothing about the customer's matter: the message stays open, its draft pending")
    func staysOpen() async throws {
        let help = try HelpDesk(inbox: Self.inbox())
        let message = try await help.receive()
        #expect(message.state == .open)
        let draft = try await help.readyDraft(for: message)
        let head = try await help.record(of: message).conversation.head
        guard case .done = try await help.approve(draft, head: head) else {
            Issue.record("an acknowledgement kept a draft from being approved")
            return
        }
    }

    static let forbidden: [(String, Letter)] = [
        ("N1", Letter(returnPath: "<>")),
        ("N1", Letter(returnPath: nil)),
        ("N1", Letter(returnPath: "not an address")),
        ("N2", Letter(fields: ["Auto-Submitted: auto-replied"])),
        ("N2", Letter(fields: ["Auto-Submitted: (yes) Auto-Notified; owner-email=x"])),
        ("N3", Letter(fields: ["List-Id: <list.customer.example>"])),
        ("N3", Letter(fields: ["List-Unsubscribe: <mailto:x@y.example>"])),
        ("N4", Letter(fields: ["Precedence: BULK"])),
        ("N5", Letter(from: "No <no-reply@customer.example>")),
        ("N5", Letter(returnPath: "<list-bounces@customer.example>")),
        ("N6", Letter(to: "somebody@else.example")),
        ("N8", Letter(fields: ["X-Failed-Recipients: x@y.example"])),
        ("N9", Letter(from: "help@shop.example")),
        ("N9", Letter(fields: ["Reply-To: HELP@shop.example"])),
        ("N11", Letter(fields: ["X-Spam-Flag: YES"])),
        ("N11", Letter(fields: ["X-Spam-Status: Yes, score=9.1 required=5.0"])),
        ("N18", Letter(fields: ["Authentication-Results: mx.shop.example; dmarc=fail header.from=customer.example"])),
        ("N18", Letter(fields: ["Authentication-Results: mx.shop.example; spf=pass smtp.mailfrom=x@other.example"])),
        // What came with the mail does not stand against what the service says that took it.
        (
            "N18",
            Letter(
                fields: [
                    "Authentication-Results: 0f1e.mailgun.invalid; spf=fail smtp.mailfrom=customer.example",
                    "Authentication-Results: mx.shop.example; spf=pass smtp.mailfrom=mara@customer.example",
                ]
            )
        ),
        ("N13", Letter(fields: Array(repeating: "Received: from a by b; now", count: 31))),
        ("N14", Letter(fields: ["X-Auto-Response-Suppress: DR, AutoReply"])),
        ("N15", Letter(fields: ["X-Autoreply: yes"])),
        ("N15", Letter(fields: ["Feedback-ID: 1:2:3:4"])),
        ("N20", Letter(text: "Please do not reply to this message.")),
        ("N12", Letter(text: "")),
    ]

    @Test("is withheld by the rule that forbids it, which the history names", arguments: forbidden)
    func withheld(rule: String, letter: Letter) async throws {
        let help = try HelpDesk(inbox: Self.inbox())
        let message = try await help.receive(letter.octets)
        #expect(try await waiting(help).isEmpty)
        let detail = try #require(try await help.details(of: .withheld, message).first)
        #expect(detail.hasPrefix("\(rule) "), "\(detail)")
        #expect(message.state == .open)
    }

    @Test("is withheld for reports, programs and encrypted mail")
    func withheldByContent() async throws {
        let part = "--b\r\nContent-Type: text/plain\r\n\r\nHello.\r\n"
        let program = "Content-Type: application/octet-stream; name=a.exe\r\n\r\nMZ\r\n"
        let cases = [
            ("N8", "multipart/report; report-type=disposition-notification; boundary=b", "\(part)--b--\r\n"),
            ("N11", "multipart/mixed; boundary=b", "\(part)--b\r\n\(program)--b--\r\n"),
            ("N20", "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b", "\(part)--b--\r\n"),
        ]
        for (rule, type, text) in cases {
            let help = try HelpDesk(inbox: Self.inbox())
            var letter = Letter(text: text)
            letter.contentType = type
            let message = try await help.receive(letter.octets)
            #expect(try await waiting(help).isEmpty)
            let detail = try #require(try await help.details(of: .withheld, message).first)
            #expect(detail.hasPrefix("\(rule) "), "\(detail)")
        }
    }

    @Test("is withheld for mail of our own that comes back, by its mark and by its token")
    func ownMail() async throws {
        let help = try HelpDesk(inbox: Self.inbox())
        let mark = help.token.loopMark(nonce: 5)
        let token = help.token.mint(Conversation.ID(rawValue: 5), nonce: 5, domain: "shop.example")
        for (rule, field) in [("N10", "X-Wavelength-Loop: \(mark)"), ("N9", "In-Reply-To: <\(token)>")] {
            let message = try await help.receive(Letter(messageID: "\(rule)@x", fields: [field]).octets)
            let detail = try #require(try await help.details(of: .withheld, message).first)
            #expect(detail.hasPrefix("\(rule) "), "\(detail)")
        }
        #expect(try await waiting(help).isEmpty)
    }

    @Test(
        "goes out for what proves nothing",
        arguments: [
            "Auto-Submitted: no", "X-Wavelength-Loop: yes", "X-Auto-Response-Suppress: OOF", "Precedence: normal",
            "Authentication-Results: mx.shop.example; spf=pass smtp.mailfrom=mara@customer.example; dmarc=pass",
            "Authentication-Results: 0f1e.sendgrid.invalid; spf=pass smtp.mailfrom=customer.example; dkim=none",
            "Authentication-Results: mx.shop.example; none", "X-Spam-Status: No, score=-1.0",
            "Disposition-Notification-To: mara@customer.example", "In-Reply-To: <else@where.example>",
        ]
    )
    func allowed(field: String) async throws {
        let help = try HelpDesk(inbox: Self.inbox())
        try await help.receive(Letter(fields: [field]).octets)
        #expect(try await waiting(help).count == 1)
    }

    @Test("is withheld where its text needs what the message does not give, and the history says so")
    func nothingToSay() async throws {
        let help = try HelpDesk(inbox: Self.inbox())
        let message = try await help.receive(Letter(from: "mara@customer.example").octets)
        #expect(try await waiting(help).isEmpty)
        #expect(try await help.details(of: .withheld, message) == ["its text needs what this message does not give"])
    }

    @Test("never answers history", arguments: [Circumstance.backfill, .rescan, .imported])
    func history(circumstance: Circumstance) async throws {
        let help = try HelpDesk(inbox: Self.inbox())
        let message = try await help.receive(circumstance: circumstance)
        #expect(try await waiting(help).isEmpty)
        #expect(try await help.details(of: .withheld, message).first?.hasPrefix("N19 ") == true)
    }

    @Test("never answers what lay for more than a day")
    func old() async throws {
        let help = try HelpDesk(inbox: Self.inbox())
        let yesterday = help.clock.now.addingTimeInterval(-86_401)
        let message = try await help.receive(sourceDate: yesterday)
        #expect(try await waiting(help).isEmpty)
        #expect(try await help.details(of: .withheld, message).first?.hasPrefix("N19 ") == true)
    }

    @Test("goes to nobody twice within the window, and again after it")
    func repeats() async throws {
        let help = try HelpDesk(inbox: Self.inbox())
        try await help.receive()
        let other = Letter(subject: "Quite another matter", messageID: "2@customer.example")
        let message = try await help.receive(other.octets)
        #expect(try await help.details(of: .withheld, message).first?.hasPrefix("N7") == true)
        #expect(try await waiting(help).count == 1)
        help.clock.advance(8 * 86_400)
        try await help.receive(Letter(subject: "A third matter altogether", messageID: "3@customer.example").octets)
        #expect(try await waiting(help).count == 2)
    }

    @Test("stops at so many to a domain in an hour")
    func domain() async throws {
        let help = try HelpDesk(inbox: Self.inbox(), limits: AutomaticMailLimits(perDomainPerHour: 2))
        for number in 1...4 {
            let address = "c\(number)@customer.example"
            let id = "\(number)@x"
            var letter = Letter(subject: "Matter \(number)", messageID: id, returnPath: "<\(address)>")
            letter.from = "Mara <\(address)>"
            try await help.receive(letter.octets)
        }
        #expect(try await waiting(help).count == 2)
        #expect(try await help.store.alerts().isEmpty)
    }

    @Test("a flood switches it off for all until the program is started again, and people are told")
    func flood() async throws {
        let help = try HelpDesk(inbox: Self.inbox(), limits: AutomaticMailLimits(perMinute: 2))
        func write(_ number: Int) async throws -> Message {
            let address = "c\(number)@domain\(number).example"
            let id = "\(number)@x"
            var letter = Letter(subject: "Matter \(number)", messageID: id, returnPath: "<\(address)>")
            letter.from = "Mara <\(address)>"
            return try await help.receive(letter.octets)
        }
        for number in 1...3 { _ = try await write(number) }
        #expect(try await help.store.alerts().map(\.kind) == [.automaticMailStopped])
        help.clock.advance(3_600)
        let later = try await write(4)
        #expect(later.state == .open)
        #expect(try await help.details(of: .withheld, later).first?.hasPrefix("N17") == true)
        #expect(try await waiting(help).count == 2)
        try await help.acknowledger.start()
        #expect(try await help.store.alerts().isEmpty)
        _ = try await write(5)
        #expect(try await waiting(help).count == 3)
    }
}
