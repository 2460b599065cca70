import Model
import Testing

@testable import Reading

/// Mail by people that looks, in one way or another, like mail by programs.
struct HumanMailTests {
    @Test("people are never taken for programs", arguments: traps)
    func human(trap: Trap) {
        let sample = AutomaticSample(trap.name, .human, mail: trap.mail)
        #expect(sample.judgement.verdict.verdict == .human)
        #expect(sample.judgement.verdict.ground == nil && sample.judgement.verdict.form == nil)
        #expect(sample.judgement.bounce == nil && sample.judgement.absence == nil)
    }

    @Test("there are enough traps to mean something")
    func count() {
        #expect(Self.traps.count >= 40)
    }

    struct Trap: Sendable, CustomTestStringConvertible {
        var name: String
        var mail: String

        /// - Parameter fields: further lines of the header.
        init(_ name: String, fields: String = "", subject: String = "My order", text: String = "Where is my order?") {
            self.name = name
            let from = fields.contains("From: ") ? "" : "From: Ann <ann@example.org>\n"
            let envelope = fields.contains("Return-Path: ") ? "" : "Return-Path: <ann@example.org>\n"
            let charset = fields.contains("Content-Type: ") ? "" : "Content-Type: text/plain; charset=utf-8\n"
            mail = "\(envelope)\(from)Subject: \(subject)\n\(charset)\(fields.isEmpty ? "" : fields + "\n")\n\(text)"
        }

        var testDescription: String { name }
    }

    private static let traps = fields + subjects + texts + offices

    private static let fields = [
        Trap("Exchange suppresses all", fields: "X-Auto-Response-Suppress: All"),
        Trap("Exchange suppresses reports", fields: "X-Auto-Response-Suppress: DR, NDR, RN, NRN"),
        Trap("Exchange suppresses read receipts", fields: "X-Auto-Response-Suppress: RN, NRN"),
        Trap("Exchange suppresses absences and answers", fields: "X-Auto-Response-Suppress: OOF, AutoReply"),
        Trap("bulk by a person", fields: "Precedence: bulk"),
        Trap("junk by a person", fields: "Precedence: junk"),
        Trap("first class", fields: "Precedence: first-class"),
        Trap("an older field of precedence", fields: "X-Precedence: bulk"),
        Trap("a person says that it is no automatic mail", fields: "Auto-Submitted: no"),
        Trap("a person says so with a comment", fields: "Auto-Submitted: no (I wrote it myself)"),
        Trap("a loop mark", fields: "X-Loop: ann@example.org"),
        Trap("a mail service's feedback field", fields: "Feedback-ID: 1:2:3:example"),
        Trap("an autoreply field that says no", fields: "X-Autoreply: no"),
        Trap("a wish for a receipt", fields: "Disposition-Notification-To: ann@example.org"),
        Trap("no envelope", fields: "Return-Path: "),
        Trap("an empty envelope", fields: "Return-Path: <>"),
        Trap("a form that nobody may answer", fields: "From: Web form <noreply@shop.example>"),
        Trap("a person at a role's address", fields: "From: Sales <sales-request@example.org>"),
        Trap("a mail passed on by filter", fields: "Resent-From: bob@example.org\nDelivered-To: help@shop.example"),
        Trap(
            "a fax gateway",
            fields: "From: Fax <system@example.org>",
            text: "Please call me back, my number is 550 1234."
        ),
    ]

    private static let subjects = [
        Trap("a feature by the name", subject: "Automatic reply feature does not work"),
        Trap(
            "the same by an Exchange user",
            fields: "X-Auto-Response-Suppress: All",
            subject: "Automatic reply not sent"
        ),
        Trap("hours of opening", subject: "Out of office hours support?"),
        Trap("hours of opening in an answer", fields: "In-Reply-To: <7@shop.example>", subject: "Out of office hours?"),
        Trap("absent in a sentence", subject: "Abwesend war leider auch der Fahrer"),
        Trap("an absence of goods", subject: "Absence de réponse"),
        Trap("an answer to an absence", subject: "Re: Automatic reply: My order", text: "Thanks, I'll wait."),
        Trap(
            "a person announces to be away",
            subject: "Out of office until 12 May",
            text: "I am out of the office until 12 May. Can you deliver the parcel after that?"
        ),
        Trap(
            "a parcel that failed",
            subject: "Delivery failed",
            text: "The driver says delivery failed, but I was at home."
        ),
        Trap("a parcel that came back", subject: "Returned to sender", text: "My parcel was returned to sender. Why?"),
        Trap(
            "a delivery delayed",
            subject: "Delivery delayed",
            text: "My delivery is delayed again. When does it come?"
        ),
        Trap(
            "undeliverable parcel in German",
            subject: "Paket unzustellbar",
            text: "Mein Paket ist unzustellbar, warum?"
        ),
        Trap(
            "a failure notice of a washing machine",
            subject: "Failure notice E17",
            text: "It shows error 550 and stops."
        ),
        Trap("vacation as a matter", subject: "Vacation rental", text: "We want to rent it from 3 to 7 May."),
        Trap("a complaint", subject: "Complaint about message from your driver", text: "He was rude."),
        Trap("accepted in words", subject: "Accepted: your offer", text: "I accept your offer of 50 euros."),
    ]

    private static let bounce = """
        This is the mail system at host mx.shop.example.

        <help@shop.example>: host mx.shop.example said: 550 5.1.1 user unknown (in reply to RCPT TO command)
        """

    private static let texts = [
        Trap(
            "a bounce passed on with a question",
            subject: "Fwd: Undelivered Mail Returned to Sender",
            text: "What does this mean?\n\n\(bounce)"
        ),
        Trap("a bounce pasted without a word", subject: "Delivery Status Notification (Failure)", text: bounce),
        Trap(
            "a bounce passed on in German",
            subject: "WG: Unzustellbar: Bestellung",
            text: "Was heißt das?\n\n\(bounce)"
        ),
        Trap(
            "a bounce quoted",
            subject: "Re: failure notice",
            text: "I got this:\n\n> \(bounce.replacing("\n", with: "\n> "))"
        ),
        Trap(
            "a bounce passed on as attachments",
            fields: "Content-Type: multipart/mixed; boundary=b",
            subject: "Fwd: Undeliverable: My order",
            text: """
                --b

                What is wrong with your address?
                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; help@shop.example
                Action: failed
                Status: 5.1.1

                --b
                Content-Type: message/rfc822

                Subject: My order

                Hello
                --b--
                """
        ),
        Trap("an absence in the text", text: "Please note that I am on holiday until 12 May and nobody is at home."),
        Trap("an absence in the text, in German", text: "Ich bin bis 12. Mai im Urlaub. Bitte liefern Sie danach."),
        Trap("a question about codes", text: "Why do I get 550 5.7.1 when I write to your sales address?"),
        Trap("quota of a product", text: "Your app says quota exceeded, mailbox full. I have deleted everything."),
        Trap("an invitation accepted with words", subject: "Accepted: Call", text: "Yes, Tuesday suits me."),
        Trap(
            "JSON by a developer",
            text: "{\"notificationType\": \"Bounce\"} is what your webhook sends. Is that right?"
        ),
        Trap("words of a ticket system", text: "You wrote that you have received my request. When will you answer it?"),
    ]

    private static let offices = [
        Trap(
            "a postmaster asks",
            fields: "From: postmaster@example.org",
            subject: "Mail problem",
            text: "Your server says 550 5.7.1, we are blocked. Can you help?"
        ),
        Trap(
            "a postmaster cites a bounce",
            fields: "From: postmaster@example.org",
            subject: "Mail delivery failed to your domain",
            text: "Dear colleagues, we get \"550 5.1.1 user unknown\" for help@shop.example. Regards, Eva"
        ),
        Trap(
            "a postmaster answers",
            fields: "From: postmaster@example.org",
            subject: "Re: Undelivered Mail",
            text: bounce
        ),
        Trap(
            "an administrator",
            fields: "From: System Administrator <eva@example.org>",
            text: "I have a question on invoice 12."
        ),
        Trap(
            "a clerk of the mail room",
            fields: "From: mail@example.org",
            subject: "Delivery failed",
            text: "Hello, the parcel was refused."
        ),
    ]
}
