import Channels
import Foundation
import Model
import TestSupport
import Testing

@Suite("The cursor of an IMAP mailbox")
struct IMAPCursorTests {
    @Test("mail that another program read or flagged is taken all the same, and taking it marks nothing")
    func independentOfSeen() async throws {
        let scene = try await MailboxScene()
        try scene.deliver(mail("read before"), mail("untouched"))
        try OtherClient(scene).command("STORE 1 +FLAGS (\\Seen \\Flagged)")
        try await running(scene.inbox()) {
            try await scene.taken(2)
            try OtherClient(scene).command("STORE 1:2 +FLAGS (\\Answered)")
            try scene.deliver(mail("third"))
            try await scene.taken(3)
        }
        #expect(await scene.store.subjects == ["read before", "third", "untouched"])
        #expect(try OtherClient(scene).flags() == [["\\Seen", "\\Flagged", "\\Answered"], ["\\Answered"], []])
    }

    @Test("the same Message-ID on another mail, and none at all, keep nothing from being taken")
    func independentOfMessageID() async throws {
        let scene = try await MailboxScene()
        try scene.deliver(
            mail("one", messageID: "same@customer.test"),
            mail("two", messageID: "same@customer.test"),
            mail("three"),
            mail("four")
        )
        try await running(scene.inbox()) { try await scene.taken(4) }
        #expect(await scene.store.subjects == ["four", "one", "three", "two"])
    }

    @Test("mail that is removed before it was fetched stops nothing")
    func removed() async throws {
        let scene = try await MailboxScene()
        try scene.deliver(mail("gone"), mail("there"))
        let client = try OtherClient(scene)
        try client.command("STORE 1 +FLAGS (\\Deleted)")
        try client.command("EXPUNGE")
        try await running(scene.inbox()) { try await scene.taken(1) }
        #expect(await scene.store.subjects == ["there"])
    }

    @Test("after a change of UIDVALIDITY nothing is taken twice, and what is new is taken as a rescan")
    func rescan() async throws {
        let scene = try await MailboxScene()
        try scene.mailbox.fill((0..<5).map { mail("old \($0)") })
        try await running(scene.inbox()) { try await scene.taken(5) }
        try scene.dovecot.changeUIDValidity(of: scene.user.address, to: 77)
        try scene.mailbox.fill([mail("between")])
        try await running(scene.inbox()) {
            try await scene.taken(6)
            try await eventually("the rescan is over") { try await scene.differences().missing.isEmpty }
            try scene.deliver(mail("later"))
            try await scene.taken(7)
        }
        let new = await scene.store.new.suffix(2)
        #expect(new.map { subject(of: $0.raw) } == ["between", "later"])
        #expect(new.map(\.circumstance) == [.rescan, .live])
        #expect(new.map(\.origin.validity) == [77, 77])
        #expect(try await scene.store.custody().taken == 7)
    }

    @Test("what “from: now” left out stays left out when the UIDVALIDITY changes")
    func rescanFromNow() async throws {
        let scene = try await MailboxScene(from: .now)
        try scene.mailbox.fill([mail("left out"), mail("left out as well")])
        try age(filesIn: "\(scene.mailbox.path)/new", to: .now.addingTimeInterval(-3_600))
        try await running(scene.inbox()) {
            try await scene.connected()
            try scene.deliver(mail("taken"))
            try await scene.taken(1)
        }
        try scene.dovecot.changeUIDValidity(of: scene.user.address, to: 78)
        try scene.deliver(mail("between"))
        #expect(try await scene.inbox().listing().items.count == 2)
        try await running(scene.inbox()) {
            try await scene.taken(2)
            try await eventually("the rescan is over") {
                try await scene.store.cursor(inbox: MailboxScene.inboxName, mailbox: "INBOX").map {
                    $0.validity == 78 && $0.uid == 4
                } ?? false
            }
        }
        #expect(await scene.store.new.map(\.circumstance) == [.live, .rescan])
        #expect(await scene.store.subjects == ["between", "taken"])
        let differences = try await scene.differences()
        #expect(differences.missing.isEmpty && differences.surplus.isEmpty)
    }

    @Test("mails with identical bytes are one message, found twice")
    func identical() async throws {
        let scene = try await MailboxScene()
        try scene.mailbox.fill([mail("same"), mail("same")])
        try await running(scene.inbox()) {
            try await eventually("both seen") { await scene.store.entries.count == 2 }
        }
        #expect(await scene.store.new.count == 1)
        #expect(try await scene.differences().missing.isEmpty)
    }
}
