import Channels
import Foundation
import Model
import TestSupport
import Testing

@Suite("A Maildir as an inbox")
struct MaildirTests {
    @Test("the start rule says what is taken of what lies there, and later files are live")
    func startRules() async throws {
        let day = try Date(utc: "2026-03-01T00:00:00Z")
        for (rule, expected) in [
            (StartRule.all, ["eve", "morning"]), (.now, []), (.since(day), ["morning"]),
        ] {
            let scene = try MaildirScene(from: rule)
            try scene.put("1.eve", mail("eve"), date: try Date(utc: "2026-02-28T23:59:00Z"))
            try scene.put("2.morning", mail("morning"), in: "cur", date: try Date(utc: "2026-03-01T00:01:00Z"))
            try await running(scene.inbox()) {
                try await scene.reached()
                try scene.put("3.new", mail("new"))
                try await scene.taken(expected.count + 1)
            }
            #expect(await scene.store.subjects == (expected + ["new"]).sorted(), "\(rule)")
            let live = await scene.store.new.filter { $0.circumstance == .live }
            #expect(live.map(\.origin.item) == ["3.new"], "\(rule)")
            #expect(try await scene.missing().isEmpty, "\(rule)")
        }
    }

    @Test("under “from: now” a file that was being written at the first look is taken")
    func beingWritten() async throws {
        let scene = try MaildirScene(from: .now)
        try await running(scene.inbox()) {
            try await scene.reached()
            try scene.put("1.new", mail("new"), date: .now.addingTimeInterval(-1))
            try await scene.taken(1)
        }
        #expect(try await scene.missing().isEmpty)
    }

    @Test("before the first look, nothing that lies there is owed under “from: now”")
    func listingBefore() async throws {
        let scene = try MaildirScene(from: .now)
        try scene.put("1.old", mail("old"))
        #expect(try await scene.missing().isEmpty)
    }

    @Test("a file that a mail program moves and marks is not taken again")
    func moved() async throws {
        let scene = try MaildirScene()
        try scene.put("1.one", mail("one"))
        try await running(scene.inbox()) {
            try await scene.taken(1)
            try FileManager.default.moveItem(atPath: scene.path("new/1.one"), toPath: scene.path("cur/1.one:2,S"))
            try scene.put("2.two", mail("two"))
            try await scene.taken(2)
        }
        #expect(await scene.store.entries.count == 2)
        let again = try MaildirScene(sharing: scene)
        try await running(again.inbox()) { try await again.reached() }
        #expect(await scene.store.new.count == 2)
    }

    @Test("hidden files, folders and links are no mail")
    func noMail() async throws {
        let scene = try MaildirScene()
        try scene.put(".hidden", mail("hidden"))
        try FileManager.default.createDirectory(atPath: scene.path("new/folder"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: scene.path("new/link"), withDestinationPath: "/etc/passwd")
        try scene.put("1.one", mail("one"))
        try await running(scene.inbox()) { try await scene.taken(1) }
        #expect(await scene.store.subjects == ["one"])
    }

    @Test("a file over the size limit is taken with its header and parked, and the others whole")
    func oversized() async throws {
        let scene = try MaildirScene(sizeLimit: 10_000)
        try scene.put("1.huge", mail("huge", body: String(repeating: "x", count: 20_000)))
        try scene.put("2.small", mail("small"))
        try await running(scene.inbox()) { try await scene.taken(2) }
        let huge = try #require(await scene.store.new.first { $0.parked != nil })
        #expect(huge.parked?.code == .oversized)
        #expect(subject(of: huge.raw) == "huge")
        #expect(!huge.raw.contains(UInt8(ascii: "x")))
        #expect(await scene.store.subjects == ["huge", "small"])
    }

    @Test("a thousand files at once are taken, each once, with progress")
    func thousand() async throws {
        let scene = try MaildirScene()
        for number in 0..<1_000 { try scene.put("\(number).file", mail("\(number)")) }
        try await running(scene.inbox()) { try await scene.taken(1_000) }
        #expect(try await scene.store.custody().taken == 1_000)
        #expect(scene.events.all.contains(.backfill(done: 1_000, of: 1_000)))
        #expect(try await scene.missing().isEmpty)
    }

    @Test("files that vanish while they are taken stop nothing")
    func vanishing() async throws {
        let scene = try MaildirScene()
        for number in 0..<300 { try scene.put("\(number).file", mail("\(number)")) }
        try await running(scene.inbox()) {
            for number in 0..<150 { try? FileManager.default.removeItem(atPath: scene.path("new/\(number).file")) }
            try scene.put("last", mail("last"))
            try await eventually("the rest is taken") {
                let taken = await scene.store.subjects
                return taken.contains("last") && (150..<300).allSatisfy { taken.contains("\($0)") }
            }
        }
        #expect(scene.events.failures.isEmpty)
    }

    @Test(
        "a folder that is missing or no folder is told, and its mail is taken once it is there",
        arguments: [true, false]
    )
    func brokenFolder(isMissing: Bool) async throws {
        let scene = try MaildirScene()
        try FileManager.default.removeItem(atPath: scene.path("new"))
        if !isMissing { try Data().write(to: URL(filePath: scene.path("new"))) }
        let error = await #expect(throws: ChannelError.self) { try await scene.inbox().probe() }
        #expect(error?.sentence.contains(scene.path("new")) == true)
        try await running(scene.inbox()) {
            try await eventually("a failure") { !scene.events.failures.isEmpty }
            #expect(scene.events.failures.first?.sentence == error?.sentence)
            try? FileManager.default.removeItem(atPath: scene.path("new"))
            try FileManager.default.createDirectory(atPath: scene.path("new"), withIntermediateDirectories: true)
            try scene.put("1.one", mail("one"))
            try await scene.taken(1)
        }
    }

    @Test(
        "a file that cannot be read is told by its name, holds up no other, and is taken once it can be",
        .enabled(if: geteuid() != 0, "the superuser may read every file")
    )
    func unreadable() async throws {
        let scene = try MaildirScene()
        try scene.put("1.closed", mail("closed"))
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: scene.path("new/1.closed"))
        try scene.put("2.open", mail("open"))
        try await running(scene.inbox()) {
            try await scene.taken(1)
            try await eventually("told") { scene.events.failures.contains { $0.sentence.contains("1.closed") } }
            try scene.put("3.later", mail("later"))
            try await scene.taken(2)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scene.path("new/1.closed"))
            try await scene.taken(3)
        }
        #expect(await scene.store.subjects == ["closed", "later", "open"])
    }

    @Test("while the store has no room nothing is lost")
    func noRoom() async throws {
        let scene = try MaildirScene()
        await scene.store.makeRoom(for: 0)
        try scene.put("1.one", mail("one"))
        try await running(scene.inbox()) {
            try await eventually("refused") { await scene.store.refusals > 0 }
            await scene.store.makeRoom(for: .max)
            try await scene.taken(1)
        }
        #expect(scene.events.failures.first?.sentence.contains("full") == true)
    }

    @Test("a probe counts what is there")
    func probe() async throws {
        let scene = try MaildirScene()
        try scene.put("1.one", mail("one"))
        #expect(try await scene.inbox().probe() == "Maildir \(scene.folder.path), 1 messages")
    }
}
