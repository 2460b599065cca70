import Channels
import Foundation
import Model
import TestSupport
import Testing

@Suite("What is taken of an IMAP mailbox")
struct IMAPStartTests {
    /// A rule, and which of the mails that lie there it takes.
    struct Case: CustomTestStringConvertible {
        var rule: StartRule
        var expected: [String]
        var testDescription: String { "\(rule)" }
    }

    static func cases() throws -> [Case] {
        [
            Case(rule: .all, expected: ["eve", "morning", "old"]),
            Case(rule: .now, expected: []),
            Case(rule: .since(try Date(utc: "2026-03-01T00:00:00Z")), expected: ["morning"]),
            Case(rule: .since(try Date(utc: "2026-02-28T00:00:00Z")), expected: ["eve", "morning"]),
            Case(rule: .since(try Date(utc: "2026-03-02T00:00:00Z")), expected: []),
        ]
    }

    /// Three mails: long before, and on both sides of midnight on 1 March 2026.
    static func fill(_ mailbox: Maildir) throws {
        let times = [
            ("old", "2020-06-01T12:00:00Z"), ("eve", "2026-02-28T23:59:00Z"), ("morning", "2026-03-01T00:01:00Z"),
        ]
        for (subject, time) in times {
            let before = Set((try? FileManager.default.contentsOfDirectory(atPath: "\(mailbox.path)/new")) ?? [])
            try mailbox.fill([mail(subject)])
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(mailbox.path)/new")
            for name in names where !before.contains(name) {
                try FileManager.default.setAttributes(
                    [.modificationDate: try Date(utc: time)],
                    ofItemAtPath: "\(mailbox.path)/new/\(name)"
                )
            }
        }
    }

    @Test("the start rule says what is taken of what lies there, and all that comes later is live")
    func startRules() async throws {
        for example in try Self.cases() {
            let scene = try await MailboxScene(from: example.rule)
            try Self.fill(scene.mailbox)
            try await running(scene.inbox()) {
                try await scene.taken(example.expected.count)
                try await scene.connected()
                try scene.deliver(mail("z-new"))
                try await scene.taken(example.expected.count + 1)
            }
            let new = await scene.store.new
            #expect(await scene.store.subjects == example.expected + ["z-new"], "\(example)")
            for arrival in new {
                #expect(arrival.circumstance == (subject(of: arrival.raw) == "z-new" ? .live : .backfill))
            }
            let differences = try await scene.differences()
            #expect(differences.missing.isEmpty && differences.surplus.isEmpty, "\(example): \(differences)")
        }
    }

    @Test("before the first connect, what is owed is what the start rule will take")
    func listingBefore() async throws {
        for example in try Self.cases() {
            let scene = try await MailboxScene(from: example.rule)
            try Self.fill(scene.mailbox)
            #expect(try await scene.inbox().listing().items.count == example.expected.count, "\(example)")
        }
    }

    @Test("mail that came while the program was stopped is news under every rule")
    func stopped() async throws {
        for example in try Self.cases() {
            let scene = try await MailboxScene(from: example.rule)
            try Self.fill(scene.mailbox)
            try await running(scene.inbox()) {
                try await scene.connected()
                try await scene.taken(example.expected.count)
            }
            try scene.deliver(mail("z-new"))
            #expect(try await scene.differences().missing.count == 1, "\(example)")
            try await running(scene.inbox()) { try await scene.taken(example.expected.count + 1) }
            #expect(await scene.store.new.last?.circumstance == .live)
            #expect(try await scene.differences().missing.isEmpty)
        }
    }

    @Test("a back-fill that is stopped in the middle goes on, without doubling, as a back-fill")
    func resumed() async throws {
        let scene = try await MailboxScene()
        // Large enough that one read from the network holds only some of them.
        let body = String(repeating: String(repeating: "x", count: 76) + "\r\n", count: 30)
        try scene.mailbox.fill((0..<450).map { mail("old \($0)", body: body) })
        await scene.store.makeRoom(for: 300)
        try await running(scene.inbox()) {
            try await eventually("no room") { !scene.events.failures.isEmpty }
        }
        let before = await scene.store.new.count
        #expect((1...300).contains(before))
        #expect(scene.events.failures.first.map { $0.sentence.contains("full") && !$0.needsPerson } == true)
        await scene.store.makeRoom(for: .max)
        try scene.deliver(mail("new"))
        try await running(scene.inbox()) { try await scene.taken(451) }
        let new = await scene.store.new
        #expect(new.count == 451)
        #expect(new.filter { $0.circumstance == .live }.map { subject(of: $0.raw) } == ["new"])
        #expect(Set(new.map(\.origin)).count == 451)
        #expect(try await scene.store.custody().taken == 451)
        guard case .backfill(let done, let total)? = scene.events.all.last(where: \.isProgress) else {
            Issue.record("no progress was told")
            return
        }
        #expect(done == total)
    }
}

extension SourceEvent {
    var isProgress: Bool { if case .backfill = self { true } else { false } }
}
