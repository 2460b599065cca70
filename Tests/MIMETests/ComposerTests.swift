import Foundation
import MIME
import Model
import Testing

@Suite("Composition")
struct ComposerTests {
    private static func mail(_ text: String = "Hello.\n", html: String? = nil) -> MailToCompose {
        MailToCompose(
            from: MailAddress(name: "Support", address: "support@example.org"),
            to: [MailAddress(name: "Jäne Doe", address: "jane@example.org")],
            subject: "Your order",
            date: Date(timeIntervalSince1970: 880_127_706),
            messageID: "token@example.org",
            text: text,
            html: html
        )
    }

    @Test("a plain mail reads as the RFC writes it")
    func plain() {
        let expected = """
            Date: Fri, 21 Nov 1997 15:55:06 +0000
            From: Support <support@example.org>
            To: =?utf-8?Q?J=C3=A4ne_Doe?= <jane@example.org>
            Subject: Your order
            Message-ID: <token@example.org>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 7bit

            Hello.

            """
        #expect(
            String(decoding: Composer.compose(Self.mail()), as: UTF8.self) == expected.replacing("\n", with: "\r\n")
        )
    }

    @Test("text comes before HTML, and the same mail gives the same octets")
    func alternative() {
        let mail = Self.mail("Grüße\n", html: "<p>Grüße</p>\n")
        let octets = Composer.compose(mail)
        #expect(octets == Composer.compose(mail))
        let content = ParsedMessage(parsing: octets).content
        #expect(content.text == "Grüße\n")
        #expect(content.html == "<p>Grüße</p>\n")
    }

    @Test(
        "no value begins a field of its own",
        arguments: ["\r\nBcc: x@example.org", "\nBcc: x@example.org", "\rBcc: x@example.org", "\u{0}\r\n\r\nbody"]
    )
    func injection(attack: String) {
        var mail = Self.mail()
        mail.subject += attack
        mail.from.name = "a" + attack
        mail.to = [MailAddress(name: attack, address: "jane@example.org" + attack)]
        mail.messageID += attack
        mail.inReplyTo = "a@b" + attack
        mail.references = ["c@d" + attack]
        mail.extraFields = [
            HeaderField(name: "X-A", value: attack), HeaderField(name: "X-B" + attack, value: "b"),
            HeaderField(name: "Content-Type", value: "x/y"), HeaderField(name: "Bcc", value: "x@example.org"),
        ]
        let message = ParsedMessage(parsing: Composer.compose(mail))
        #expect(message.fields.values(of: "bcc") == [])
        #expect(message.fields.values(of: "content-type") == ["text/plain; charset=utf-8"])
        #expect(message.content.text == "Hello.\n")
    }

    @Test("a long thread keeps its first and its last ten references")
    func references() {
        var mail = Self.mail()
        mail.references = (0..<50).map { "message-\($0)@example.org" }
        let content = ParsedMessage(parsing: Composer.compose(mail)).content
        #expect(content.references == ["message-0@example.org"] + (40..<50).map { "message-\($0)@example.org" })
    }

    @Test(
        "domains go out in ASCII",
        arguments: [
            ("jane@bücher.example", "jane@xn--bcher-kva.example"),
            ("jane@BÜCHER.example", "jane@xn--bcher-kva.example"),
            ("jane@例え.jp", "jane@xn--r8jz45g.jp"), ("jane@Example.ORG", "jane@Example.ORG"),
            ("\"jane doe\"@example.org", "\"jane doe\"@example.org"),
        ]
    )
    func domains(address: String, expected: String) {
        var mail = Self.mail()
        mail.to = [MailAddress(address: address)]
        #expect(ParsedMessage(parsing: Composer.compose(mail)).content.to == [MailAddress(address: expected)])
    }

    @Test(
        "the date is written for every day",
        arguments: [-86_400 * 365, 0, 951_782_400, 4_107_542_400, 253_402_300_799]
    )
    func dates(seconds: Double) {
        var mail = Self.mail()
        mail.date = Date(timeIntervalSince1970: seconds)
        #expect(ParsedMessage(parsing: Composer.compose(mail)).content.date == mail.date)
    }

    @Test("what is composed is read back the same, in lines that every relay takes", arguments: 0..<200)
    func roundTrip(seed: UInt64) {
        var words = RandomWords(seed: seed)
        var mail = Self.mail(words.text(lines: 20), html: seed % 2 == 0 ? words.text(lines: 10) : nil)
        mail.subject = words.line(20)
        mail.from.name = words.line(4)
        mail.to = (0..<5).map { MailAddress(name: words.line(3), address: "user\($0)@example.org") }
        mail.cc = [MailAddress(address: "cc@example.org")]
        mail.references = ["a@b", "c@d"]
        mail.inReplyTo = "c@d"
        let octets = Composer.compose(mail)
        let content = ParsedMessage(parsing: octets).content
        #expect(content.subject == mail.subject)
        #expect(content.from == mail.from)
        #expect(content.to == mail.to)
        #expect(content.cc == mail.cc)
        #expect(content.text == mail.text)
        #expect(content.html == mail.html)
        #expect(content.references == mail.references)
        #expect(content.inReplyTo == ["c@d"])
        #expect(content.messageID == mail.messageID)
        #expect(content.date == mail.date)
        #expect(octets.allSatisfy { $0 < 0x80 && $0 != 0 })
        #expect(String(decoding: octets, as: UTF8.self).split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    }
}
