import MIME
import Model
import Testing

@testable import Chat

@Suite("Deliveries of SendGrid")
struct SendGridPayloadTests {
    private let sendgrid = Unpacking(.sendgrid)

    static let header = """
        Received: by mx0001 with SMTP id a; Wed, 4 Mar 2026 10:00:00 +0000\r
        From: Ana Berg <ana@mail.example>\r
        Subject: =?UTF-8?B?R3LDtsOfZT8=?=\r
        \tund mehr\r
        Message-ID: <a1@mail.example>\r
        Auto-Submitted: auto-generated\r
        Content-Type: multipart/alternative; boundary=x\r
        no field\r

        """
    static let envelope = #"{"to": ["help@shop.example"], "from": "bounces@mail.example"}"#

    @Test("raw MIME stays as it is, behind the envelope")
    func raw() throws {
        let request = ReceivedRequest.multipart([
            ("envelope", nil, Self.envelope), ("email", nil, "From: a@b.example\r\n\r\nhi"),
        ])
        let mail = try #require(try sendgrid.items(of: request).onlyMail)
        #expect(
            String(decoding: mail.raw, as: UTF8.self)
                == "Return-Path: <bounces@mail.example>\r\nX-Original-To: help@shop.example\r\nFrom: a@b.example\r\n\r\nhi"
        )
        #expect(mail.id == ProviderNumber.digest(mail.raw))
    }

    @Test("a mail in pieces is put together, each text in its charset")
    func pieces() throws {
        var request = ReceivedRequest.multipart([
            ("headers", nil, Self.header), ("envelope", nil, Self.envelope), ("text", nil, "Passt die Gr@@e?"),
            ("charsets", nil, #"{"to": "UTF-8", "text": "iso-8859-1"}"#), ("attachments", nil, "1"),
            ("attachment-info", nil, #"{"attachment1": {"filename": "bill.pdf", "type": "application/pdf"}}"#),
            ("attachment1", "x", "12,50"),
        ])
        let place = try #require(request.body.firstIndex(of: UInt8(ascii: "@")).map { $0 })
        let latin = try #require(request.body.indices.first { request.body[$0...].starts(with: Array("@@e".utf8)) })
        #expect(place <= latin)
        request.body.replaceSubrange(latin..<(latin + 2), with: [0xF6, 0xDF])
        let mail = ParsedMessage(parsing: try #require(try sendgrid.items(of: request).onlyMail).raw)
        #expect(mail.content.from == MailAddress(name: "Ana Berg", address: "ana@mail.example"))
        #expect(mail.content.subject == "Größe? und mehr")
        #expect(mail.content.text == "Passt die Größe?")
        #expect(mail.content.attachments.map(\.name) == ["bill.pdf"])
        #expect(mail.content.attachments.map(\.type) == ["application/pdf"])
        #expect(mail.fields.values(of: "Auto-Submitted") == ["auto-generated"])
        #expect(mail.fields.values(of: "Return-Path") == ["<bounces@mail.example>"])
    }

    @Test("without the header the fields of the form stand in for it")
    func withoutHeader() throws {
        let request = ReceivedRequest.multipart([
            ("from", nil, "a@b.example"), ("to", nil, "help@shop.example"), ("html", nil, "<p>hi</p>"),
        ])
        let mail = ParsedMessage(parsing: try #require(try sendgrid.items(of: request).onlyMail).raw)
        #expect(mail.content.from?.address == "a@b.example")
        #expect(mail.content.html == "<p>hi</p>")
    }

    @Test("what holds no mail is refused", arguments: ["", "envelope=1"])
    func refused(form: String) {
        #expect(throws: UnpackError.self) { try sendgrid.items(of: .form(form)) }
    }
}
