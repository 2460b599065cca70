import MIME
import Model
import Testing

@testable import Chat

@Suite("Deliveries of Mailgun")
struct MailgunPayloadTests {
    private let mailgun = Unpacking(.mailgun)

    static let headers = #"""
        [["Received", "from mail.example by mxa.mailgun.org"], ["From", "Ana Berg <ana@mail.example>"],
         ["To", "help@shop.example"], ["Subject", "Größe?"], ["Message-Id", "<a1@mail.example>"],
         ["Date", "Wed, 4 Mar 2026 10:00:00 +0000"], ["Auto-Submitted", "auto-replied"], ["List-Id", "<l.example>"],
         ["Content-Type", "multipart/mixed; boundary=\"x\""], ["Mime-Version", "1.0"], ["X-Number", 7], ["odd"], 3]
        """#

    static let raw = "From: ana@mail.example\r\nMessage-ID: <a1@mail.example>\r\n\r\nhello\r\n"

    @Test("raw MIME stays as it is, behind the fields of its delivery")
    func raw() throws {
        let request = ReceivedRequest.multipart([
            ("recipient", nil, "help@shop.example"), ("sender", nil, "bounce@mail.example"),
            ("body-mime", nil, Self.raw),
        ])
        let mail = try #require(try mailgun.items(of: request).onlyMail)
        #expect(
            String(decoding: mail.raw, as: UTF8.self)
                == "Return-Path: <bounce@mail.example>\r\nX-Original-To: help@shop.example\r\n" + Self.raw
        )
        #expect(mail.id.hasPrefix("a1@mail.example/"))
    }

    @Test("a null sender is a null reverse-path")
    func nullSender() throws {
        let request = ReceivedRequest.multipart([("sender", nil, ""), ("body-mime", nil, Self.raw)])
        let mail = try #require(try mailgun.items(of: request).onlyMail)
        #expect(mail.raw.starts(with: Array("Return-Path: <>\r\nFrom:".utf8)))
    }

    @Test("a mail in pieces is put together with every field of its header, its text, its HTML and its files")
    func pieces() throws {
        let request = ReceivedRequest.multipart([
            ("recipient", nil, "help@shop.example"), ("sender", nil, "ana@mail.example"),
            ("message-headers", nil, Self.headers),
            ("body-plain", nil, "Passt die Größe?\r\n"),
            ("body-html", nil, "<p>Passt die <b>Größe</b>?</p><img src=\"cid:p1\">"),
            ("content-id-map", nil, #"{"<p1>": "attachment-2"}"#), ("timestamp", nil, "1"), ("token", nil, "t"),
            ("attachment-1", "bill.txt", "12,50"), ("attachment-2", "Größe.png", "\u{1}\u{2}"),
        ])
        let mail = ParsedMessage(parsing: try #require(try mailgun.items(of: request).onlyMail).raw)
        #expect(mail.content.from == MailAddress(name: "Ana Berg", address: "ana@mail.example"))
        #expect(mail.content.subject == "Größe?")
        #expect(mail.content.messageID == "a1@mail.example")
        #expect(mail.content.text.contains("Passt die Größe?"))
        #expect(mail.content.html?.contains("<b>Größe</b>") == true)
        #expect(mail.content.attachments.map(\.name) == ["bill.txt", "Größe.png"])
        #expect(mail.content.attachments.map(\.size) == [5, 2])
        #expect(mail.fields.values(of: "Auto-Submitted") == ["auto-replied"])
        #expect(mail.fields.values(of: "List-Id") == ["<l.example>"])
        #expect(mail.fields.values(of: "X-Number") == ["7"])
        #expect(mail.fields.values(of: "MIME-Version").count == 1)
        #expect(mail.fields.values(of: "Return-Path") == ["<ana@mail.example>"])
    }

    @Test("without the header the fields of the form stand in for it")
    func withoutHeader() throws {
        let request = ReceivedRequest.form(
            "from=Ana+%3Cana%40mail.example%3E&subject=Hi&body-plain=text&recipient=help%40shop.example"
        )
        let mail = ParsedMessage(parsing: try #require(try mailgun.items(of: request).onlyMail).raw)
        #expect(mail.content.from == MailAddress(name: "Ana", address: "ana@mail.example"))
        #expect(mail.content.to.map(\.address) == ["help@shop.example"])
        #expect(mail.content.subject == "Hi")
        #expect(mail.content.text == "text")
    }

    @Test("the same mail delivered again has the same number, though the signature is another")
    func again() throws {
        let first = ReceivedRequest.multipart([("body-mime", nil, Self.raw), ("token", nil, "1")])
        let second = ReceivedRequest.multipart([("token", nil, "2"), ("body-mime", nil, Self.raw)])
        #expect(try mailgun.items(of: first) == mailgun.items(of: second))
    }

    @Test("another mail under the same Message-ID has another number")
    func repeatedMessageID() throws {
        let first = ReceivedRequest.multipart([("body-mime", nil, Self.raw)])
        let second = ReceivedRequest.multipart([("body-mime", nil, Self.raw + "more\r\n")])
        #expect(try mailgun.items(of: first).onlyMail?.id != mailgun.items(of: second).onlyMail?.id)
    }

    @Test("values cannot begin fields of their own")
    func injection() throws {
        let headers = #"[["Subject", "a\r\nBcc: x@y.example"], ["Bad Name", "x"], ["", "y"], ["From", "a@b.example"]]"#
        let request = ReceivedRequest.multipart([
            ("message-headers", nil, headers), ("sender", nil, "a>\r\nX-Evil: 1"), ("body-plain", nil, "t"),
        ])
        let mail = ParsedMessage(parsing: try #require(try mailgun.items(of: request).onlyMail).raw)
        #expect(mail.content.subject == "a Bcc: x@y.example")
        #expect(mail.fields.values(of: "Bcc").isEmpty)
        #expect(mail.fields.values(of: "X-Evil").isEmpty)
    }

    @Test("events are notices, and what holds no mail is refused")
    func others() throws {
        #expect(try mailgun.notice(#"{"event-data": {"event": "delivered"}}"#).contains("delivered"))
        #expect(throws: UnpackError.self) { try mailgun.items(of: .form("token=1")) }
        #expect(throws: UnpackError.self) { try mailgun.items(of: ReceivedRequest(url: "", body: [1, 2])) }
    }
}
