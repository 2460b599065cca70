import MIME
import Model
import Testing

@testable import Chat

@Suite("Deliveries of Postmark")
struct PostmarkPayloadTests {
    private let postmark = Unpacking(.postmark(user: "hook"))

    static let pieces = #"""
        {"FromName": "Ana \"A\" Berg", "MessageStream": "inbound", "From": "ana@mail.example",
         "FromFull": {"Email": "ana@mail.example", "Name": "Ana \"A\" Berg", "MailboxHash": ""},
         "ToFull": [{"Email": "help@shop.example", "Name": "Help", "MailboxHash": ""}], "CcFull": [],
         "OriginalRecipient": "hash@inbound.postmarkapp.com", "Subject": "Größe?", "ReplyTo": "other@mail.example",
         "MessageID": "73e6d360-66eb-11e1-8e72-a8904824019b", "Date": "Wed, 4 Mar 2026 10:00:00 +0000",
         "TextBody": "Passt es?", "HtmlBody": "", "Tag": "",
         "Headers": [{"Name": "Message-ID", "Value": "<a1@mail.example>"}, {"Name": "Auto-Submitted", "Value": "auto-replied"},
                     {"Name": "Content-Type", "Value": "multipart/report; report-type=delivery-status; boundary=x"}],
         "Attachments": [{"Name": "a/b.txt", "Content": "aGVsbG8=", "ContentType": "text/plain", "ContentLength": 5, "ContentID": ""},
                         {"Name": "bad", "Content": 7}]}
        """#

    @Test("the raw mail is taken where there is one")
    func raw() throws {
        let json =
            #"{"OriginalRecipient": "hash@inbound.postmarkapp.com", "RawEmail": "From: a@b.example\nMessage-ID: <m@b>\n\nhi\n"}"#
        let mail = try #require(try postmark.items(json).onlyMail)
        #expect(
            String(decoding: mail.raw, as: UTF8.self)
                == "X-Original-To: hash@inbound.postmarkapp.com\r\nFrom: a@b.example\nMessage-ID: <m@b>\n\nhi\n"
        )
        #expect(mail.id.hasPrefix("m@b/"))
    }

    @Test("a mail in pieces is put together; a report stays a report")
    func pieces() throws {
        let mail = ParsedMessage(parsing: try #require(try postmark.items(Self.pieces).onlyMail).raw)
        #expect(mail.content.from == MailAddress(name: #"Ana "A" Berg"#, address: "ana@mail.example"))
        #expect(mail.content.to == [MailAddress(name: "Help", address: "help@shop.example")])
        #expect(mail.content.replyTo.map(\.address) == ["other@mail.example"])
        #expect(mail.content.subject == "Größe?")
        #expect(mail.content.messageID == "a1@mail.example")
        #expect(mail.content.date != nil)
        #expect(mail.content.text == "Passt es?")
        #expect(mail.content.attachments.map(\.name) == ["a_b.txt", "bad"])
        #expect(mail.fields.values(of: "Auto-Submitted") == ["auto-replied"])
        #expect(mail.fields.values(of: "X-Original-To") == ["hash@inbound.postmarkapp.com"])
        #expect(mail.report?.type == "delivery-status")
    }

    @Test("a mail is one whatever kind of record it is called", arguments: ["Inbound", "Mail"])
    func called(kind: String) throws {
        let raw = #"{"RecordType": "\#(kind)", "RawEmail": "From: a@b.example\nMessage-ID: <m@b>\n\nhi\n"}"#
        #expect(try postmark.items(raw).onlyMail?.id.hasPrefix("m@b/") == true)
        let pieces = Self.pieces.replacing(#""Tag": """#, with: #""RecordType": "\#(kind)""#)
        #expect(try postmark.items(pieces).onlyMail?.id.hasPrefix("a1@mail.example/") == true)
    }

    @Test("events are notices, and what holds no mail is refused")
    func others() throws {
        for event in [#""ID": 1"#, #""From": "shop@shop.example", "Subject": "x", "Content": "<full dump>""#] {
            #expect(try postmark.notice(#"{"RecordType": "Bounce", \#(event)}"#).contains("Bounce"))
        }
        #expect(throws: UnpackError.self) { try postmark.items(#"{"RecordType": "Inbound"}"#) }
        #expect(throws: UnpackError.self) { try postmark.items("{}") }
        #expect(throws: UnpackError.self) { try postmark.items("RawEmail=x") }
    }
}
