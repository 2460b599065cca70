import TestSupport
import Testing

@testable import IMAP

@Suite("Mailbox names")
struct MailboxNameTests {
    static let pairs: [(String, String)] = [
        ("INBOX", "INBOX"), ("Entwürfe", "Entw&APw-rfe"), ("A&B", "A&-B"), ("台北", "&U,BTFw-"),
        (
            "~peter/mail/台北/日本語",
            "~peter/mail/&U,BTFw-/&ZeVnLIqe-"
        ), ("😀", "&2D3eAA-"), ("é-&-é", "&AOk--&--&AOk-"), ("tab\there", "tab&AAk-here"),
        ("line\r\nend", "line&AA0ACg-end"), ("", ""), ("&", "&-"), ("ÿ", "&AP8-"), ("ab\u{0}c", "ab&AAA-c"),
    ]

    @Test("in modified UTF-7 and back", arguments: pairs)
    func roundTrip(text: String, encoded: String) {
        #expect(String(decoding: ModifiedUTF7.encode(text), as: UTF8.self) == encoded)
        #expect(ModifiedUTF7.decode(Array(encoded.utf8)) == text)
        #expect(MailboxName(wire: Array(encoded.utf8), isUTF8: false) == MailboxName(text))
    }

    @Test("random text survives modified UTF-7", arguments: 1...50)
    func random(seed: UInt64) {
        var random = Seed(seed)
        let scalars = (0..<40).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) }
        let text = String(String.UnicodeScalarView(scalars))
        #expect(ModifiedUTF7.decode(ModifiedUTF7.encode(text)).map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test(
        "what is no modified UTF-7 is used as it came",
        arguments: ["&", "&AOk", "caf\u{e9}", "&AO!-", "&AGE-", "&2D0-", "&AA-", "a&&b"]
    )
    func invalid(wireName: String) {
        let bytes = Array(wireName.utf8)
        #expect(ModifiedUTF7.decode(bytes) == nil)
        let name = MailboxName(wire: bytes, isUTF8: false)
        #expect(name.text == wireName)
        #expect(name.bytes(isUTF8: false) == bytes)
    }

    @Test("as UTF-8 where that is enabled")
    func utf8() {
        #expect(MailboxName("Entwürfe").bytes(isUTF8: true) == Array("Entwürfe".utf8))
        #expect(MailboxName(wire: Array("Entw&APw-rfe".utf8), isUTF8: true).text == "Entw&APw-rfe")
        let broken: [UInt8] = [65, 0xFF]
        #expect(MailboxName(wire: broken, isUTF8: true).bytes(isUTF8: true) == broken)
    }

    @Test("INBOX is the same in any case")
    func inbox() {
        #expect(MailboxName("inbox") == .inbox)
        #expect(MailboxName(wire: Array("Inbox".utf8), isUTF8: false) == .inbox)
        #expect(MailboxName("Inbox/x") != MailboxName("INBOX/x"))
    }

    @Test(
        "the mailbox for sent mail is found by its mark, then by its name",
        arguments: [
            ("* LIST () \"/\" Sent\n* LIST (\\sent) \"/\" Verschickt\n", "Verschickt"),
            ("* LIST (\\Sent \\Noselect) \"/\" A\n* LIST () \".\" \"INBOX.Sent Items\"\n", "INBOX.Sent Items"),
            ("* LIST () \"/\" Drafts\n", nil),
        ]
    )
    func sent(lines: String, expected: String?) throws {
        let mailboxes = try responses(lines).compactMap { response in
            if case .untagged(.list(let listing)) = response { Mailbox(listing, isUTF8: false) } else { nil }
        }
        #expect(Mailbox.sent(among: mailboxes)?.name.text == expected)
    }
}
