import Model
import Testing

@testable import Reading

struct BounceTests {
    @Test(
        "a delivery status is a bounce by its action",
        arguments: [
            ("failed", "5.1.1", AutomaticVerdict.Kind.bounce), ("delayed", "4.4.1", .deliveryReport),
            ("delivered", "2.0.0", .deliveryReport), ("", "5.1.1", .bounce),
        ]
    )
    func status(action: String, status: String, kind: AutomaticVerdict.Kind) {
        let group = [("Final-Recipient", "rfc822; bob@example.net"), ("Action", action), ("Status", status)]
        let fields = group.map { HeaderField(name: $0.0, value: $0.1) }
        let report = ReportToRead(type: "delivery-status", groups: [[], fields])
        let message = Mail.message(from: "mailer-daemon@example.net", returnPath: "<>", report: report)
        #expect(Mail.verdict(message).verdict == kind)
        #expect(!Mail.verdict(message).mayAutoReply)
    }

    @Test("the details of a delivery status are kept")
    func details() {
        let fields = [
            HeaderField(name: "Final-Recipient", value: "rfc822; bob@example.net"),
            HeaderField(name: "Action", value: "failed"), HeaderField(name: "Status", value: "5.1.1 (unknown)"),
            HeaderField(name: "Diagnostic-Code", value: "smtp; 550 5.1.1 no such user"),
        ]
        var message = Mail.message(report: ReportToRead(type: "delivery-status", groups: [fields]))
        message.embedded = [[HeaderField(name: "Message-Id", value: "<7@shop.example>")]]
        let bounce = AutomaticMail.judge(message, newText: "", context: Mail.context()).bounce
        let expected = Bounce(
            originalMessageID: "7@shop.example",
            recipient: "bob@example.net",
            status: "5.1.1",
            reason: "550 5.1.1 no such user"
        )
        #expect(bounce == expected)
    }

    @Test("a bounce told in prose is known, with its details")
    func prose() {
        let text = """
            Hi. This is the mail program at mx.example.net.
            I was unable to deliver your message.

            <bob@example.net>:
            192.0.2.1 failed: 550 #5.1.1 unknown user

            --- Below this line is a copy of the message.

            Message-ID: <7@shop.example>
            """
        let message = Mail.message(
            from: "MAILER-DAEMON@mx.example.net",
            returnPath: "<>",
            subject: "failure notice",
            text: text
        )
        let judgement = AutomaticMail.judge(message, newText: text, context: Mail.context())
        #expect(judgement.verdict.verdict == .bounce)
        let expected = Bounce(
            originalMessageID: "7@shop.example",
            recipient: "bob@example.net",
            status: "5.1.1",
            reason: "192.0.2.1 failed: 550 #5.1.1 unknown user"
        )
        #expect(judgement.bounce == expected)
    }

    @Test("a notice of delay is no bounce")
    func delay() {
        let text = "Your message to <bob@example.net> has not yet been delivered. 450 4.2.0 busy. We will retry."
        let message = Mail.message(
            from: "mailer-daemon@example.net",
            returnPath: "<>",
            subject: "Warning: message delayed",
            text: text
        )
        let judgement = AutomaticMail.judge(message, newText: text, context: Mail.context())
        #expect(judgement.verdict.verdict == .deliveryReport)
        #expect(judgement.bounce?.isPermanent == false)
    }

    @Test(
        "people who write about bounces stay people",
        arguments: ["ann@example.org", "postmaster@example.org"]
    )
    func people(from: String) {
        let text = "I get \"550 5.1.1 user unknown\" when I write to you. Can you help?"
        #expect(Mail.verdict(Mail.message(from: from, subject: "Mail problem", text: text)).verdict == .human)
    }

    @Test("other reports are reports", arguments: ["disposition-notification", "feedback-report", ""])
    func reports(type: String) {
        let message = Mail.message(report: ReportToRead(type: type))
        #expect(Mail.verdict(message).verdict == .deliveryReport)
        #expect(Mail.verdict(message).rule == "N8")
    }

    @Test(
        "codes are told from other numbers",
        arguments: [
            ("550 no", true), ("5.1.1", true), ("10.5.1.1", false), ("in 550", false), ("order 51", false), ("", false),
        ]
    )
    func codes(text: String, expected: Bool) {
        #expect(StatusCode.isNamed(in: Array(text.utf8)[...]) == expected)
    }
}
