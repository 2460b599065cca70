import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Channels

@Suite("Replies through a channel", .timeLimit(.minutes(5)))
struct ChatSenderTests {
    private let slack = ProviderCase.all[0]

    @Test("the parts go in order, each once, each over a connection of its own", arguments: ProviderCase.all)
    func parts(provider: ProviderCase) async throws {
        let scene = try ChatScene(provider) { _ in provider.accepts() }
        defer { scene.server.stop() }
        let parts = ["part-one", "part-two", "part-three"]
        #expect(Ending(await scene.deliver(parts)) == .accepted)
        #expect(scene.server.requests.map { request in parts.first { request.body.contains($0) } } == parts)
        #expect(scene.server.connections == 3)
        #expect(scene.handedOver == 1)
        #expect(scene.partsSent.map(\.number) == [1, 2, 3])
        #expect(scene.partsSent.allSatisfy { ($0.id == nil) == provider.isIdempotent })
    }

    @Test("nothing goes out before it is written down that it may")
    func notHandedOver() async throws {
        let slack = slack
        let scene = try ChatScene(slack) { _ in slack.accepts() }
        defer { scene.server.stop() }
        let outcome = await scene.deliver(willHandOver: { throw ChatScene.Refusal() })
        #expect(Ending(outcome) == .deferred())
        #expect(scene.server.connections == 0)
    }

    @Test("an arrival that cannot be written down holds up no part, but no try after it", arguments: [false, true])
    func notWrittenDown(isLimited: Bool) async throws {
        let slack = slack
        let scene = try ChatScene(slack) { isLimited && $0 == 2 ? slack.limits() : slack.accepts() }
        defer { scene.server.stop() }
        let outcome = await scene.deliver(["a", "b"], partSent: { _ in throw ChatScene.Refusal() })
        #expect(Ending(outcome) == (isLimited ? .unknown : .accepted))
        #expect(scene.server.requests.count == 2)
    }

    @Test("a token that was replaced is used at the next reply, and one that is missing holds replies up")
    func rotation() async throws {
        let folder = try TemporaryDirectory()
        let file = folder.path("token")
        let slack = slack
        let scene = try ChatScene(slack, token: .file(file)) { _ in slack.accepts() }
        defer { scene.server.stop() }
        let missing = await scene.deliver()
        #expect(Ending(missing) == .deferred() && missing.words.contains(file))
        for token in ["xoxb-old", "xoxb-new"] {
            try Data("\(token)\n".utf8).write(to: URL(filePath: file))
            #expect(Ending(await scene.deliver()) == .accepted)
        }
        let tokens = scene.server.requests.map { $0.head.contains("Authorization: Bearer xoxb-new\r\n") }
        #expect(tokens == [false, true])
    }

    @Test(
        "a token that the provider refuses holds replies up, and the sentence says what to do",
        arguments: ProviderCase.all
    )
    func refusedToken(provider: ProviderCase) async throws {
        guard let introduction = provider.introduction else { return }
        let scene = try ChatScene(provider) { _ in .answer(introduction.status, introduction.bad) }
        defer { scene.server.stop() }
        let outcome = await scene.deliver()
        #expect(Ending(outcome) == .deferred() && outcome.words.contains("token"))
        #expect(!outcome.words.contains(ChatScene.token))
    }

    @Test("what goes to Meta proves to know the app's secret, and waits where that cannot be had", arguments: [2, 3])
    func proof(index: Int) async throws {
        let provider = ProviderCase.all[index]
        let environment = ["TOKEN": ChatScene.token, "APP": "app-secret"]
        let scene = try ChatScene(provider, keys: [.environment("APP")], environment: environment) { number in
            number == 1 ? provider.accepts() : .answer(200, provider.introduction?.good ?? "")
        }
        defer { scene.server.stop() }
        #expect(Ending(await scene.deliver()) == .accepted)
        _ = try await scene.sender.probe()
        let heads = scene.server.requests.map(\.head)
        #expect(heads.count == 2 && heads.allSatisfy { $0.contains("appsecret_proof=") })
        #expect(heads.allSatisfy { !$0.contains("app-secret") })
        let locked = try ChatScene(provider, keys: [.environment("APP")]) { _ in provider.accepts() }
        defer { locked.server.stop() }
        let outcome = await locked.deliver()
        #expect(Ending(outcome) == .deferred() && outcome.words.contains("APP"))
        #expect(locked.server.connections == 0)
    }

    @Test("a window that closes between two parts ends the reply there")
    func window() async throws {
        let slack = slack
        let scene = try ChatScene(slack) { _ in slack.accepts() }
        defer { scene.server.stop() }
        let clock = scene.clock
        let outcome = await scene.deliver(
            ["a", "b"],
            closesAt: clock.now.addingTimeInterval(5),
            partSent: { _ in clock.pass(5) }
        )
        #expect(Ending(outcome) == .refused && outcome.words.hasPrefix("1 of 2 parts has arrived."))
        #expect(scene.server.requests.count == 1)
    }

    @Test("a channel that has no token in its configuration holds replies up, and says so")
    func noToken() async throws {
        let slack = slack
        let scene = try ChatScene(slack, token: nil) { _ in slack.accepts() }
        defer { scene.server.stop() }
        let outcome = await scene.deliver()
        #expect(Ending(outcome) == .deferred() && outcome.words.contains("authorises"))
        #expect(Ending(await scene.deliver(closesAt: scene.clock.now)) == .refused)
        #expect(scene.server.connections == 0)
    }

    @Test("a provider says who we are, or that the token is wrong", arguments: ProviderCase.all)
    func probe(provider: ProviderCase) async throws {
        let introduction = provider.introduction
        let scene = try ChatScene(provider) { number in
            guard let introduction else { return .close }
            return number == 1 ? .answer(200, introduction.good) : .answer(introduction.status, introduction.bad)
        }
        defer { scene.server.stop() }
        let sentence = try await scene.sender.probe()
        guard let introduction else {
            #expect(sentence.contains("nothing was posted"))
            #expect(scene.server.connections == 0)
            return
        }
        #expect(sentence.contains(introduction.words))
        let error = await #expect(throws: ChannelError.self) { try await scene.sender.probe() }
        guard case .authentication(let words) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(words.contains("token") && !words.contains(ChatScene.token))
    }
}
