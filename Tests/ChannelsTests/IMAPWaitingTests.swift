import Channels
import Foundation
import Model
import TestSupport
import Testing

@Suite("Waiting for mail by IMAP")
struct IMAPWaitingTests {
    @Test("a delivery is taken while the connection idles")
    func idle() async throws {
        var scene = try await MailboxScene()
        scene.source.pollInterval = 3_600
        let proxy = try FaultProxy(to: scene.dovecot.ports.imaps)
        scene.source.server.port = proxy.port
        try await running(scene.inbox()) {
            try await scene.connected()
            for count in 1...3 {
                try scene.deliver(mail("news \(count)"))
                try await scene.taken(count)
            }
        }
        #expect(proxy.traffic.connections == 1)
        #expect(await scene.store.new.allSatisfy { $0.circumstance == .live })
    }

    @Test("a server without IDLE is asked from time to time")
    func poll() async throws {
        var options = Dovecot.Options()
        options.capabilities = "IMAP4rev1 UIDPLUS"
        let dovecot = try await Dovecot.start(users: [], options: options)
        var scene = try await MailboxScene(on: dovecot)
        scene.source.pollInterval = 0.05
        try await running(scene.inbox()) {
            try await scene.connected()
            try scene.deliver(mail("news"))
            try await scene.taken(1)
        }
        #expect(await scene.store.new.map(\.circumstance) == [.live])
        dovecot.kill()
    }

    @Test("a message over the size limit is taken with its header and parked, and the others whole")
    func oversized() async throws {
        var scene = try await MailboxScene()
        scene.source.sizeLimit = 1_000_000
        let line = String(repeating: "x", count: 76) + "\r\n"
        let huge = mail("huge", body: String(repeating: line, count: 27_000))
        try scene.mailbox.fill([mail("before"), huge, mail("after")])
        try await running(scene.inbox()) { try await scene.taken(3) }
        let new = await scene.store.new
        #expect(await scene.store.subjects == ["after", "before", "huge"])
        let parked = new.filter { $0.parked != nil }
        #expect(parked.map { subject(of: $0.raw) } == ["huge"])
        #expect(parked.first?.parked?.code == .oversized)
        #expect(parked.first.map { $0.raw.count < 1_000 } == true)
        #expect(try await scene.store.custody().parked == 1)
    }

    @Test("a line that is cut at any byte loses nothing and doubles nothing", .timeLimit(.minutes(5)))
    func cuts() async throws {
        var random = Seed.fromEnvironment("IMAP back-fill through a line that is cut")
        var scene = try await MailboxScene()
        let proxy = try FaultProxy(to: scene.dovecot.ports.imaps)
        scene.source.server.port = proxy.port
        try scene.mailbox.fill(CustomerMail.make(count: 200, seed: random.next()))
        let cuts = (0..<25).map { step in
            FaultProxy.Fault.cut(after: Int.random(in: 0...(2_000 + step * 8_000), using: &random), .toClient)
        }
        let ours = (0..<10).map { _ in FaultProxy.Fault.cut(after: Int.random(in: 0...3_000, using: &random), .toServer)
        }
        proxy.plan((cuts + ours).shuffled(using: &random))
        try await running(scene.inbox()) {
            try await scene.taken(200)
            try scene.deliver(mail("last"))
            try await scene.taken(201)
        }
        // What is left of the plan is not for the listing.
        proxy.plan([])
        let differences = try await scene.differences()
        #expect(differences.missing.isEmpty && differences.surplus.isEmpty)
        let custody = try await scene.store.custody()
        #expect(custody.taken == 201 && custody.duplicated == 0)
    }

    @Test("a line that is always cut in the same place still gets on")
    func progress() async throws {
        var scene = try await MailboxScene()
        let proxy = try FaultProxy(to: scene.dovecot.ports.imaps)
        scene.source.server.port = proxy.port
        let body = String(repeating: String(repeating: "x", count: 76) + "\r\n", count: 200)
        try scene.mailbox.fill((0..<60).map { mail("\($0)", body: body) })
        proxy.plan(Array(repeating: .cut(after: 200_000, .toClient), count: 60))
        try await running(scene.inbox()) { try await scene.taken(60) }
        #expect(proxy.traffic.connections < 30)
        #expect(try await scene.store.custody().taken == 60)
    }
}
