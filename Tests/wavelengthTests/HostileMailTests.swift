import Foundation
import TestSupport
import Testing

@Suite("Hostile and absurd mail")
struct HostileMailTests {
    static let mails: [(name: String, octets: [UInt8])] = [
        ("empty", []),
        ("nuls", Array(repeating: 0, count: 5_000)),
        ("nuls in fields", Array("From: a\0b@c.test\r\nSubject: x\0y\r\n\r\nz\0\r\n".utf8)),
        ("no header", Array("\r\nOnly a body.\r\n".utf8)),
        ("no body", Array("From: a@c.test\r\nSubject: nothing".utf8)),
        (
            "huge header",
            Array("From: a@c.test\r\nX-Big: ".utf8) + Array(repeating: 65, count: 5 << 20) + [13, 10, 13, 10]
        ),
        ("many fields", Array(String(repeating: "X-A: b\r\n", count: 100_000).utf8) + Array("\r\nx".utf8)),
        ("nested parts", nested(10_000)),
        ("unfinished part", Array("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: mult".utf8)),
        (
            "wrong charset",
            Array("From: a@c.test\r\nContent-Type: text/plain; charset=utf-16\r\n\r\nabc".utf8) + [0xFF, 0xD8]
        ),
        ("unknown charset", Array("Content-Type: text/plain; charset=\"x\u{1}y\"\r\n\r\n".utf8) + Array(128...255)),
        ("bare line feeds", Array("From: a@c.test\nSubject: x\n\n.\n..\n\r\r\n".utf8)),
        ("injection in a name", Array("From: =?utf-8?Q?x=0D=0ABcc:_v=40w.test?= <a@c.test>\r\n\r\nHi".utf8)),
        ("injection in a subject", Array("Subject: =?utf-8?Q?x=0D=0A=0D=0ABcc:_v=40w.test?=\r\n\r\nHi".utf8)),
        ("endless word", Array("Subject: x\r\n\r\n".utf8) + Array(repeating: 97, count: 1 << 20)),
        ("bad encoded words", Array("Subject: =?utf-8?B?////?= =?x?Q?=ZZ?= =?\r\n\r\nx".utf8)),
    ]

    private static func nested(_ depth: Int) -> [UInt8] {
        var text = "From: a@c.test\r\nSubject: deep\r\n"
        for level in 0..<depth {
            text += "Content-Type: multipart/mixed; boundary=\"b\(level)\"\r\n\r\n--b\(level)\r\n"
        }
        return Array("\(text)Content-Type: text/plain\r\n\r\nAt last.\r\n".utf8)
    }

    @Test("in the inbox is read or parked, and the mail after it is drafted")
    func inbox() async throws {
        let shop = try Shop.maildir()
        let inbox = shop.directory.path("data/inbox")
        for part in ["new", "cur", "tmp"] {
            try FileManager.default.createDirectory(atPath: "\(inbox)/\(part)", withIntermediateDirectories: true)
        }
        for (index, mail) in Self.mails.enumerated() {
            try Data(mail.octets).write(to: URL(filePath: "\(inbox)/new/\(1_000 + index).M1P1.host"))
        }
        try await shop.open()
        // Two are the same to a mailbox: an empty file says nothing to take.
        try await shop.caughtUp(Self.mails.count - 1)
        let good = letter(from: "mara@customer.test", to: "help@shop.test")
        try Data(good).write(to: URL(filePath: "\(inbox)/tmp/9000.M1P1.host"))
        try FileManager.default.moveItem(atPath: "\(inbox)/tmp/9000.M1P1.host", toPath: "\(inbox)/new/9000.M1P1.host")
        let draft = try await shop.api.draft(answering: "mara@customer.test")
        #expect(draft["template"].text == "order.where")
        #expect(shop.daemon?.isRunning == true)
        let proof = try await shop.prove()
        #expect(proof["missing"].integer == 0)
        #expect(proof["duplicated"].integer == 0)
    }

    @Test("given to inspect is one line of JSON each, with every key")
    func inspect() async throws {
        let shop = try Shop.maildir()
        let names = try Self.mails.enumerated().map { index, mail in
            let path = shop.directory.path("\(index).eml")
            try Data(mail.octets).write(to: URL(filePath: path))
            return path
        }
        let result = try await Executable.run(["inspect", "--json", "--root", shop.root] + names, in: shop.root)
        #expect(result.status == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n")
        try #require(lines.count == names.count)
        for (line, name) in zip(lines, names) {
            let value = try JSON(String(line))
            #expect(value["file"].text == name)
            #expect(value.keys == ["file", "message", "automatic", "reading", "draft"])
            #expect(
                value["message"].keys == [
                    "messageID", "subject", "from", "to", "cc", "date", "inReplyTo", "references", "text", "newText",
                    "attachments",
                ]
            )
            #expect(value["automatic"].keys == ["verdict", "mayAutoReply", "rule", "source", "evidence"])
            // Bounces and notices of absence have a key more.
            #expect(
                value["reading"].keys.subtracting(["bounce", "absence"]) == [
                    "language", "shape", "intents", "matters", "abstained", "asks", "circumstances", "signals", "facts",
                    "answers",
                ]
            )
            if value["draft"] != .null {
                #expect(
                    value["draft"].keys == [
                        "subject", "text", "html", "template", "slots", "moves", "promise", "promises", "score",
                        "findings",
                    ]
                )
            }
        }
    }
}
