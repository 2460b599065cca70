import MIME
import Model
import Testing

@testable import Chat

@Suite("What Mailgun and SendGrid say of the sender")
struct StatedAuthenticationTests {
    private static let received = "Received: from mail.example by mxa.mailgun.org\r\n"
    private static let signature = "DKIM-Signature: v=1; a=rsa-sha256;\r\n d=Mail.example; s=a; b=x\r\n"
    private static let verdicts = "X-Mailgun-Dkim-Check-Result: Pass\r\nX-Mailgun-Spf: Pass\r\n"

    /// The fields `Authentication-Results` of the mail in a delivery, without the name of the server.
    private func results(_ provider: ChannelProvider, _ parts: [(String, String)]) throws -> [String] {
        let request = ReceivedRequest.multipart(parts.map { ($0.0, nil, $0.1) })
        let mail = try #require(try Unpacking(provider).items(of: request).onlyMail)
        return ParsedMessage(parsing: mail.raw).fields.values(of: "Authentication-Results")
    }

    private func mailgun(_ header: String, sender: String = "bounce@mail.example") throws -> [String] {
        try results(.mailgun, [("sender", sender), ("body-mime", header + "From: a@mail.example\r\n\r\nhi")])
    }

    private static let both = "spf=pass smtp.mailfrom=mail.example; dkim=pass"
    private static let mailgunCases: [(String, String?)] = [
        ("\(verdicts)\(received)\(signature)", "\(both) header.d=mail.example"),
        ("\(verdicts)\(received)", both),
        ("\(verdicts)\(received)\(signature)\(signature)", both),
        ("X-Mailgun-Spf: SoftFail\r\n\(received)", "spf=softfail smtp.mailfrom=mail.example"),
        ("X-Mailgun-Spf: Splendid\r\n\(received)", nil),
        ("\(received)\(verdicts)", nil), (verdicts, nil), ("", nil),
    ]

    @Test("Mailgun's verdicts stand above what it wrote when it took the mail", arguments: mailgunCases)
    func raw(header: String, expected: String?) throws {
        let results = try mailgun(header)
        #expect(results.map { $0.drop { $0 != ";" }.dropFirst(2) }.map(String.init) == [expected].compactMap(\.self))
        #expect(results.allSatisfy { $0.prefix { $0 != ";" }.hasSuffix(".mailgun.invalid") })
    }

    @Test(
        "in a mail in pieces they are read in the list of its fields, not in the form, where the sender's would stand"
    )
    func pieces() throws {
        let list =
            #"[["X-Mailgun-Spf", "Fail"], ["Received", "by mxa"], ["X-Mailgun-Spf", "Pass"], ["From", "a@b.example"]]"#
        let parts = [
            ("sender", "a@b.example"), ("message-headers", list), ("X-Mailgun-Spf", "Pass"), ("body-plain", "hi"),
        ]
        let results = try results(.mailgun, parts)
        #expect(results.count == 1)
        #expect(results.first?.hasSuffix("; spf=fail smtp.mailfrom=b.example") == true)
    }

    @Test(
        "SendGrid's verdicts are fields of the form",
        arguments: [
            ("pass", "{@mail.example : pass}", "spf=pass smtp.mailfrom=mail.example; dkim=pass header.d=mail.example"),
            (
                "softfail", "{@a.example : fail, @b.example : pass}",
                "spf=softfail smtp.mailfrom=mail.example; dkim=fail header.d=a.example; dkim=pass header.d=b.example"
            ), ("none", "none", "spf=none smtp.mailfrom=mail.example"),
            ("pass", "{@a b;c.example : pass}", "spf=pass smtp.mailfrom=mail.example; dkim=pass"),
        ]
    )
    func sendgrid(spf: String, dkim: String, expected: String) throws {
        let parts = [
            ("envelope", #"{"to": ["help@shop.example"], "from": "bounces@mail.example"}"#), ("SPF", spf),
            ("dkim", dkim),
            ("email", "From: a@mail.example\r\n\r\nhi"),
        ]
        let results = try results(.sendgrid, parts)
        #expect(results.map { $0.drop { $0 != ";" }.dropFirst(2) } == [expected[...]])
    }

    @Test("a sender's address cannot bring a verdict of its own")
    func injection() throws {
        for sender in ["a@b.example; dmarc=pass", "a@b.example dkim=pass", "a@b.example\r\nX: y", "a@(b)", "a@", "a"] {
            let results = try mailgun(Self.verdicts + Self.received, sender: sender)
            #expect(results.map { $0.drop { $0 != ";" } } == ["; spf=pass; dkim=pass"], "\(sender)")
        }
    }

    @Test("it stands on top, under a name that no field within the mail can have, and changes no number")
    func onTop() throws {
        let request = { (header: String) in
            ReceivedRequest.multipart([
                ("sender", nil, "a@mail.example"), ("body-mime", nil, header + "From: a@b\r\n\r\nhi"),
            ])
        }
        let plain = Self.verdicts + Self.received
        let first = try #require(try Unpacking(.mailgun).items(of: request(plain)).onlyMail)
        let server = try #require(ParsedMessage(parsing: first.raw).fields.first?.value.prefix { $0 != ";" })
        let posing = plain + "Authentication-Results: \(server); spf=pass smtp.mailfrom=bank.example\r\n"
        let second = try #require(try Unpacking(.mailgun).items(of: request(posing)).onlyMail)
        let results = ParsedMessage(parsing: second.raw).fields.values(of: "Authentication-Results")
        #expect(results.count == 2)
        #expect(results.first?.hasPrefix("\(server);") == false)
        let stated = ForwardedMail.item(
            raw: Array("From: a@b\r\n\r\nhi".utf8),
            envelope: MailEnvelope(),
            stated: StatedAuthentication(of: "mailgun", [.init(method: .spf, result: "pass", domain: nil)])
        )
        let silent = ForwardedMail.item(raw: Array("From: a@b\r\n\r\nhi".utf8), envelope: MailEnvelope())
        #expect([stated].onlyMail?.id == [silent].onlyMail?.id)
        #expect([stated].onlyMail?.raw != [silent].onlyMail?.raw)
    }
}
