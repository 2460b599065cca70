import Channels
import Foundation
import Model
import TestSupport
import Testing

@Suite("What happens on the server after mail was taken")
struct IMAPAfterTests {
    struct Case: CustomTestStringConvertible {
        var after: AfterTaking
        var flags: [Set<String>]
        var moved = 0
        var testDescription: String { "\(after)" }
    }

    static let cases = [
        Case(after: .keep, flags: [[], []]),
        Case(after: .seen, flags: [["\\Seen"], ["\\Seen"]]),
        Case(after: .flag, flags: [["\\Flagged"], ["\\Flagged"]]),
        Case(after: .move("Erledigt für ✓"), flags: [], moved: 2),
    ]

    /// The name on disk is that of modified UTF-7 (RFC 3501 section 5.1.3).
    static let folder = "Erledigt f&APw-r &JxM-"

    @Test("mail is kept, marked or moved as asked, once it is durable and not before", arguments: cases)
    func after(example: Case) async throws {
        var scene = try await MailboxScene()
        scene.source.afterTaking = example.after
        try scene.dovecot.mailbox(Self.folder, of: scene.user.address).fill([])
        try scene.deliver(mail("one"), mail("two"))
        await scene.store.makeRoom(for: 0)
        try await running(scene.inbox()) {
            try await eventually("refused") { await scene.store.refusals >= 3 }
            #expect(try OtherClient(scene).flags() == [[], []])
            await scene.store.makeRoom(for: .max)
            try await scene.taken(2)
            try await eventually("done on the server") { try OtherClient(scene).flags() == example.flags }
        }
        #expect(try scene.dovecot.mailbox(Self.folder, of: scene.user.address).count() == example.moved)
        #expect(await scene.store.subjects == ["one", "two"])
        #expect(try await scene.differences().missing.isEmpty)
    }

    enum Server: String, CaseIterable, CustomTestStringConvertible {
        case withMove
        case withUIDPlus
        case withNeither

        var testDescription: String { rawValue }

        var capabilities: String? {
            switch self {
            case .withMove: nil
            case .withUIDPlus: "IMAP4rev1 IDLE UIDPLUS"
            case .withNeither: "IMAP4rev1 IDLE"
            }
        }
    }

    @Test("where the folder to move to is missing the mail stays, on the server and here", arguments: Server.allCases)
    func missingFolder(server: Server) async throws {
        var options = Dovecot.Options()
        options.capabilities = server.capabilities
        let dovecot = try await Dovecot.start(users: [], options: options)
        var scene = try await MailboxScene(on: dovecot)
        scene.source.afterTaking = .move("Nowhere")
        try scene.deliver(mail("one"))
        try await running(scene.inbox()) {
            try await scene.taken(1)
            try scene.deliver(mail("two"))
            try await scene.taken(2)
            try await eventually("the cursor has moved on") {
                try await scene.store.cursor(inbox: MailboxScene.inboxName, mailbox: "INBOX")?.uid == 2
            }
        }
        #expect(scene.events.failures.isEmpty)
        #expect(try OtherClient(scene).flags() == [[], []])
        dovecot.kill()
    }

    @Test("servers without MOVE move too", arguments: [Server.withUIDPlus, .withNeither])
    func copies(server: Server) async throws {
        var options = Dovecot.Options()
        options.capabilities = server.capabilities
        let dovecot = try await Dovecot.start(users: [], options: options)
        var scene = try await MailboxScene(on: dovecot)
        scene.source.afterTaking = .move("Archive")
        try scene.deliver(mail("one"))
        let flags: [Set<String>] = server == .withUIDPlus ? [] : [["\\Deleted"]]
        try await running(scene.inbox()) {
            try await scene.taken(1)
            try await eventually("moved") { try scene.dovecot.mailbox("Archive", of: scene.user.address).count() == 1 }
            try await eventually("removed") { try OtherClient(scene).flags() == flags }
        }
        #expect(try scene.dovecot.mailbox("Archive", of: scene.user.address).count() == 1)
        dovecot.kill()
    }
}
