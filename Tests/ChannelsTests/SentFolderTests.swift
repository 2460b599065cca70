import Channels
import Foundation
import Model
import TestSupport
import Testing

@Suite("Copies of sent mail")
struct SentFolderTests {
    @Test("a copy lands in the mailbox for sent mail, read, whole and with its date")
    func append() async throws {
        let scene = try await MailboxScene()
        let copy = mail("Grüße", messageID: "1@shop.test")
        try await SentFolder(account: scene.account()).append(copy, at: try Date(utc: "2026-03-01T10:00:00Z"))
        #expect(try scene.dovecot.mailbox("Sent", of: scene.user.address).messages() == [copy])
        let client = try OtherClient(scene, mailbox: "Sent")
        #expect(try client.flags() == [["\\Seen"]])
        #expect(try client.command("FETCH 1 (INTERNALDATE)").contains { $0.contains("01-Mar-2026") })
    }

    @Test(
        "a mail is there if its Message-ID is, whole",
        arguments: [
            ("1.2@shop.test", true), ("2@shop.test", false), ("1.2@shop.tes", false), ("odd\"one@shop.test", true),
            ("other@shop.test", false),
        ]
    )
    func holds(messageID: String, isThere: Bool) async throws {
        let scene = try await MailboxScene()
        let sent = SentFolder(account: try scene.account())
        for known in ["1.2@shop.test", "odd\"one@shop.test"] {
            try await sent.append(mail("reply", messageID: known), at: .now)
        }
        #expect(try await sent.holds(messageID: messageID) == isThere)
    }

    @Test("an account without a mailbox for sent mail is a sentence that helps")
    func noMailbox() async throws {
        let server = try LineServer { peer in
            peer.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready")
            while true {
                let line = try peer.line()
                if line.hasSuffix("CAPABILITY") { peer.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR") }
                if line.contains("LIST") { peer.say("* LIST () \"/\" INBOX") }
                peer.say("\(line.prefix { $0 != " " }) OK done")
            }
        }
        var scene = try await MailboxScene()
        scene.source.server.port = server.port
        scene.source.server.security = .plain
        let sent = SentFolder(account: try scene.account())
        let error = await #expect(throws: ChannelError.self) { try await sent.append(mail("reply"), at: .now) }
        let sentence = try #require(error?.sentence)
        #expect(sentence.contains("127.0.0.1:\(server.port) has no mailbox for sent mail"), "\(sentence)")
        #expect(error?.isTransient == false)
    }
}
