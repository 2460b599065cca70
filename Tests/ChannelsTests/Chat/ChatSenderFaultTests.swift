import Foundation
import Model
import TestSupport
import Testing

@testable import Channels

@Suite("Replies to providers that fail", .timeLimit(.minutes(5)))
struct ChatSenderFaultTests {
    @Test(
        "asked too often, a provider gets its rest from all replies of the channel, and then the reply once",
        arguments: ProviderCase.all
    )
    func limited(provider: ProviderCase) async throws {
        let scene = try ChatScene(provider) { $0 == 1 ? provider.limits() : provider.accepts() }
        defer { scene.server.stop() }
        #expect(Ending(await scene.deliver(["a"])) == .deferred(40))
        scene.clock.pass(10)
        #expect(Ending(await scene.deliver(["b"])) == .deferred(30))
        #expect(scene.server.connections == 1)
        #expect(scene.handedOver == 1)
        scene.clock.pass(30)
        #expect(Ending(await scene.deliver(["a"])) == .accepted)
        #expect(scene.server.requests.count == 2)
    }

    @Test("asked too often in the middle, a provider gets the rest of the parts later", arguments: ProviderCase.all)
    func limitedBetweenParts(provider: ProviderCase) async throws {
        let scene = try ChatScene(provider) { $0 == 2 ? provider.limits() : provider.accepts() }
        defer { scene.server.stop() }
        let parts = ["part-one", "part-two", "part-three"]
        let first = await scene.deliver(parts)
        #expect(Ending(first) == .deferred(40))
        #expect(first.words.hasPrefix("1 of 3 parts has arrived. "))
        #expect(scene.partsSent.map(\.number) == [1])
        scene.clock.pass(40)
        #expect(Ending(await scene.deliver(parts, sent: 1)) == .accepted)
        #expect(scene.partsSent.map(\.number) == [1, 2, 3])
        let order = scene.server.requests.map { request in parts.first { request.body.contains($0) } }
        #expect(order == ["part-one", "part-two", "part-two", "part-three"])
    }

    /// What the provider does to the only request, and what that means where it can be sent again without harm.
    @Test(
        "where it may have arrived, nothing is sent again unless that does no harm",
        arguments: ProviderCase.all,
        [
            (ChatServer.Act.answer(500, "oops"), Ending.deferred()), (.answer(200, #"{"ok":tru"#), .accepted),
            (.closeUnread, .deferred()), (.close, .deferred()), (.keepSilent, .deferred()),
            (.stall(200, #"{"ok":true,"#), .accepted),
            (.answer(200, String(repeating: " ", count: 70_000)), .deferred()),
        ]
    )
    func inDoubt(provider: ProviderCase, fault: (act: ChatServer.Act, harmless: Ending)) async throws {
        let scene = try ChatScene(provider, patience: .seconds(2)) { _ in fault.act }
        defer { scene.server.stop() }
        let outcome = await scene.deliver()
        #expect(Ending(outcome) == (provider.isIdempotent ? fault.harmless : .unknown), "\(outcome)")
        #expect(scene.server.connections == 1)
        #expect(scene.server.requests.count <= 1)
        #expect(scene.handedOver == 1)
        #expect(!outcome.words.contains(ChatScene.token))
    }

    @Test("a redirect is not followed, and mended by a person", arguments: ProviderCase.all)
    func redirect(provider: ProviderCase) async throws {
        let elsewhere = try ChatServer { _ in provider.accepts() }
        defer { elsewhere.stop() }
        let target = elsewhere.url
        let scene = try ChatScene(provider) { _ in .answer(307, "", fields: "Location: \(target)/\r\n") }
        defer { scene.server.stop() }
        let outcome = await scene.deliver()
        #expect(Ending(outcome) == .deferred() && outcome.words.contains("elsewhere"))
        #expect(elsewhere.connections == 0)
        #expect(scene.server.requests.count == 1)
    }

    @Test("what never left is tried again", arguments: ProviderCase.all)
    func neverLeft(provider: ProviderCase) async throws {
        let scene = try ChatScene(provider) { _ in provider.accepts() }
        scene.server.stop()
        // Taken by nobody: a port that was closed a moment ago.
        try await eventually("the port is closed") { (try? TextSocket(port: scene.server.port)) == nil }
        #expect(Ending(await scene.deliver()) == .deferred())
        #expect(scene.server.requests.isEmpty)
    }

    @Test("what fails while the connection is encrypted is tried again", arguments: ProviderCase.all)
    func neverEncrypted(provider: ProviderCase) async throws {
        let plain = try ChatServer { _ in .closeUnread }
        defer { plain.stop() }
        let scene = try ChatScene(provider, api: "https://127.0.0.1:\(plain.port)") { _ in provider.accepts() }
        defer { scene.server.stop() }
        #expect(Ending(await scene.deliver()) == .deferred())
        #expect(plain.connections == 1)
    }

    @Test("another host than this machine is not spoken to in plain text")
    func plaintext() async throws {
        let scene = try ChatScene(ProviderCase.all[0], api: "http://slack.example") { _ in .close }
        defer { scene.server.stop() }
        let outcome = await scene.deliver()
        #expect(Ending(outcome) == .refused && outcome.words.contains("https"))
        #expect(scene.handedOver == 0)
    }
}
