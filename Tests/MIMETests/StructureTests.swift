import MIME
import Model
import Testing

@Suite("Structure")
struct StructureTests {
    @Test("plain text is preferred, HTML kept", arguments: ["\n", "\r\n", "\r"])
    func alternative(lineEnd: String) {
        let text = """
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain

            plain
            --b
            Content-Type: text/html

            <p>rich</p>
            --b--
            """
        let content = Mail.read(text.replacing("\n", with: lineEnd)).content
        #expect(content.text == "plain")
        #expect(content.html == "<p>rich</p>")
    }

    @Test(
        "a plain part that is empty or only points at the HTML gives way to it",
        arguments: ["", " \n", "Your client cannot show HTML."]
    )
    func pointer(plain: String) {
        let rich = "<p>" + String(repeating: "The real text. ", count: 10) + "</p>"
        let content = Mail.read(
            "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n\(plain)\n--b\nContent-Type: text/html\n\n\(rich)\n--b--"
        ).content
        #expect(content.text.hasPrefix("The real text."))
    }

    @Test("text parts of a mixed message are joined in order, files listed with name, type and size")
    func mixed() {
        let content = Mail.read(
            """
            Content-Type: multipart/mixed; boundary=b

            preamble
            --b

            one
            --b
            Content-Type: image/png; name="a/b\\\\c.png"
            Content-Transfer-Encoding: base64
            Content-Disposition: inline

            aGVsbG8=aGVsbG8=
            --b
            Content-Type: text/plain

            two
            --b
            Content-Type: text/plain
            Content-Disposition: attachment; filename*0*=utf-8''%e2%82%ac; filename*1=" rates.txt"

            12345
            --b
            Content-Type: application/ms-tnef; name=winmail.dat

            x
            --b--
            epilogue
            """
        ).content
        #expect(content.text == "one\ntwo")
        let files = [
            Model.Attachment(name: "a_b_c.png", type: "image/png", size: 10),
            Model.Attachment(name: "€ rates.txt", type: "text/plain", size: 5),
            Model.Attachment(name: "winmail.dat", type: "application/ms-tnef", size: 1),
        ]
        #expect(content.attachments == files)
    }

    @Test("an embedded message is an attachment named by its subject", arguments: ["7bit", "base64"])
    func embedded(encoding: String) {
        let inner = "Subject: =?utf-8?q?L=C3=B6st?=\nTo: " + String(repeating: "g:", count: 50_000) + ";\n\ninside\n"
        let body = encoding == "base64" ? Base64Text.encoded(inner) : inner
        let message = Mail.read(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nouter\n--b\nContent-Type: message/rfc822\n"
                + "Content-Transfer-Encoding: \(encoding)\n\n\(body)\n--b--\n"
        )
        #expect(message.content.text == "outer")
        #expect(message.content.attachments.map(\.name) == ["Löst.eml"])
        #expect(message.content.attachments.map(\.size) == [inner.utf8.count])
        #expect(message.embedded.first?.first == HeaderField(name: "Subject", value: "Löst"))
    }

    @Test("a delivery report tells its groups and what was returned")
    func report() throws {
        let message = Mail.read(
            """
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            It failed.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; jane@example.org
            Status: 5.1.1

            --b
            Content-Type: text/rfc822-headers

            Message-ID: <ours@example.org>
            Subject: lost
            --b--
            """
        )
        let report = try #require(message.report)
        #expect(report.type == "delivery-status")
        #expect(report.groups.map(\.count) == [1, 2])
        #expect(report.groups.last?.values(of: "status") == ["5.1.1"])
        #expect(message.embedded.first?.values(of: "message-id") == ["<ours@example.org>"])
        #expect(message.content.text == "It failed.")
        #expect(message.content.attachments.map(\.type) == ["message/delivery-status", "text/rfc822-headers"])
    }

    @Test(
        "protection is recognised by structure or armour",
        arguments: [
            ("Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--", .encrypted),
            ("Content-Type: multipart/signed; boundary=b\n\n--b\n\nx\n--b--", .signed),
            ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx", .encrypted),
            ("Content-Type: application/x-pkcs7-mime; smime-type=signed-data\n\nx", .signed),
            ("\n-----BEGIN PGP MESSAGE-----\n\nx\n-----END PGP MESSAGE-----", .encrypted),
            ("\n-----BEGIN PGP SIGNED MESSAGE-----\n\nx", .signed),
            ("\nnothing of the kind", .none),
        ] as [(String, Protection)]
    )
    func protection(mail: String, expected: Protection) {
        #expect(Mail.read(mail).content.protection == expected)
    }
}
