import MIME
import Model
import Testing

@testable import Reading

/// A mail written for the tests, with what should be found in it.
struct AutomaticSample: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: AutomaticVerdict.Kind
    var form: AutomaticVerdict.Form?
    var recipient: String?
    var status: String?
    var identifier: String?
    /// Header and body, with an empty line between them.
    var mail: String

    init(
        _ name: String,
        _ kind: AutomaticVerdict.Kind,
        _ form: AutomaticVerdict.Form? = nil,
        to recipient: String? = nil,
        status: String? = nil,
        of identifier: String? = nil,
        mail: String
    ) {
        self.name = name
        self.kind = kind
        self.form = form
        self.recipient = recipient
        self.status = status
        self.identifier = identifier
        self.mail = mail
    }

    /// A bounce that says that a mail of ours did not arrive.
    static func failure(
        _ name: String,
        to recipient: String = "bob@example.net",
        status: String? = "5.1.1",
        of identifier: String? = nil,
        mail: String
    ) -> Self {
        Self(name, .bounce, .failed, to: recipient, status: status, of: identifier, mail: mail)
    }

    /// A report by RFC 3464 of what became of a mail, with one of the actions of its section 2.3.3.
    static func report(
        _ name: String,
        _ form: AutomaticVerdict.Form,
        action: String,
        to recipient: String? = nil,
        status: String? = nil
    ) -> Self {
        Self(
            name,
            .deliveryReport,
            form,
            to: recipient,
            status: status,
            mail: """
                Return-Path: <>
                From: postmaster@mx.example.net
                Subject: Delivery report
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net

                Final-Recipient: rfc822; bob@example.net
                Action: \(action)
                Status: \(status ?? "2.0.0")

                --b--
                """
        )
    }

    /// The header of our mail that many bounces bring back.
    static let returned = """
        Return-Path: <help@shop.example>
        Received: from mail.shop.example by mx.example.net; Mon, 5 May 2025 10:00:00 +0200
        Message-ID: <7@shop.example>
        From: help@shop.example
        To: bob@example.net
        Subject: Your order
        """

    var testDescription: String { name }

    var judgement: AutomaticMail.Judgement {
        let octets = Array("To: help@shop.example\n\(mail)\n".utf8)
        let message = MessageToRead(ParsedMessage(parsing: octets), size: octets.count)
        let newText = NewText.extract(from: message.content.text)
        return AutomaticMail.judge(message, newText: newText.text, context: Mail.context())
    }
}
