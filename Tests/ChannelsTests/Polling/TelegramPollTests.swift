import Chat
import Foundation
import Model
import StorageSQLite
import TestSupport
import Testing

@testable import Channels

@Suite("Telegram that is polled")
struct TelegramPollTests {
    private static func page(_ ids: [Int]) -> String {
        let updates = ids.map { id in
            #"{"update_id":\#(id),"message":{"message_id":\#(id),"date":1800000000,"text":"m\#(id)","#
                + #""from":{"id":5,"is_bot":false,"first_name":"Ann"},"chat":{"id":5,"type":"private"}}}"#
        }
        return #"{"ok":true,"result":[\#(updates.joined(separator: ","))]}"#
    }

    private static let empty = PollServer.Act.page(#"{"ok":true,"result":[]}"#)

    /// Telegram's own rule: updates from the offset on, and those before are forgotten.
    private static func telegram(_ ids: [Int]) -> @Sendable (Int, String) -> PollServer.Act {
        { _, head in
            let offset = head.firstMatch(of: /offset=(\d+)/).flatMap { Int($0.1) } ?? 0
            let owed = ids.filter { $0 >= offset }.prefix(2)
            return owed.isEmpty ? empty : .page(page(Array(owed)))
        }
    }

    @Test("each page is kept as it came, and the next request confirms it")
    func follows() async throws {
        let scene = try PollScene(Self.telegram([7, 8, 9]))
        try await running(try scene.telegram()) {
            try await eventually("an empty page", that: { !scene.rests.all.isEmpty })
        }
        #expect(try await scene.bodies() == [Self.page([7, 8]), Self.page([9])])
        #expect(try await scene.position() == "10")
        let targets = scene.server.targets
        #expect(targets[0].hasPrefix("/bot77:secret/getUpdates?limit=100&timeout=50&allowed_updates=%5B%22message%22"))
        #expect(targets[1].contains("?offset=9&") && targets[2].contains("?offset=10&"))
        #expect(scene.events.all.prefix(4) == [.brought(1), .reached, .brought(1), .reached])
        #expect(try await scene.unpack(scene.telegramSettings(.poll)) == ["m7", "m8", "m9"])
        #expect(try await !scene.deliveries().contains { "\($0)".contains("secret") })
        scene.server.stop()
    }

    @Test("another bot is asked from its beginning, and an offset whose bot nobody noted still counts")
    func anotherBot() async throws {
        for (source, isKept) in [("77", true), (nil, true), ("78", false)] as [(String?, Bool)] {
            let scene = try PollScene(Self.telegram([7, 8, 9]))
            let cursor = ChannelCursor(inbox: PollScene.name, source: source, position: "9")
            _ = try await scene.store.accept([], advancing: cursor, at: scene.clock.now)
            try await running(try scene.telegram()) {
                try await eventually("an empty page", that: { !scene.rests.all.isEmpty })
            }
            #expect(try await scene.bodies() == (isKept ? [Self.page([9])] : [Self.page([7, 8]), Self.page([9])]))
            #expect(try await scene.store.channelCursor(of: PollScene.name)?.source == "77")
            scene.server.stop()
        }
    }

    @Test("an offset is not confirmed before its page is durable")
    func waitsForStore() async throws {
        let scene = try PollScene(Self.telegram([7]))
        try await running(try scene.telegram(store: RefusingStore(scene.store, refusals: 2))) {
            try await eventually("the page", that: { try await scene.deliveries().count == 1 })
        }
        #expect(scene.server.targets.prefix(3).allSatisfy { !$0.contains("offset=") })
        #expect(scene.events.failures.count == 2)
        scene.server.stop()
    }

    @Test("a page that comes again after the end of the program gives no message twice")
    func survivesEnd() async throws {
        let scene = try PollScene(Self.telegram([7, 8]))
        try await running(try scene.telegram(store: RefusingStore(scene.store, refusals: .max))) {
            try await eventually("an answer", that: { !scene.events.failures.isEmpty })
        }
        #expect(try await scene.position() == nil)
        for _ in 0..<2 {
            let rests = scene.rests.all.count
            try await running(try scene.telegram()) {
                try await eventually("a look", that: { scene.rests.all.count > rests })
            }
        }
        #expect(try await scene.unpack(scene.telegramSettings(.poll)) == ["m7", "m8"])
        scene.server.stop()
    }

    @Test("numbers that begin anew at a lower one are followed")
    func followsRestart() async throws {
        let scene = try PollScene { number, _ in
            switch number {
            case 1: .page(Self.page([900]))
            case 2: .page(Self.page([12]))
            default: Self.empty
            }
        }
        try await running(try scene.telegram()) {
            try await eventually("an empty page", that: { !scene.rests.all.isEmpty })
        }
        #expect(try await scene.position() == "13")
        #expect(try await scene.unpack(scene.telegramSettings(.poll)) == ["m900", "m12"])
        #expect(scene.events.failures.isEmpty)
        scene.server.stop()
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var act: PollServer.Act
        var words: String
        var needsPerson = false
        var pause: Double = 1

        var testDescription: String { name }
    }

    private static func refusal(_ code: Int, _ words: String, _ more: String = "") -> PollServer.Act {
        .answer(code, #"{"ok":false,"error_code":\#(code),"description":"\#(words)"\#(more)}"#)
    }

    private static let faults = [
        Fault(
            name: "another poller",
            act: refusal(409, "Conflict: terminated by other getUpdates request"),
            words: "Another program polls",
            needsPerson: true,
            pause: 60
        ),
        Fault(
            name: "a webhook",
            act: refusal(409, "Conflict: can't use getUpdates method while webhook is active"),
            words: "Delete the webhook",
            needsPerson: true,
            pause: 60
        ),
        Fault(name: "401", act: refusal(401, "Unauthorized"), words: "token", needsPerson: true, pause: 60),
        Fault(name: "a token of no form", act: refusal(404, "Not Found"), words: "token", needsPerson: true, pause: 60),
        Fault(
            name: "429",
            act: refusal(429, "Too Many Requests", #","parameters":{"retry_after":35}"#),
            words: "too often",
            pause: 35
        ),
        Fault(name: "500", act: refusal(500, "Internal Server Error"), words: "cannot answer now"),
        Fault(name: "a proxy's 502", act: .answer(502, "<html>Bad Gateway</html>"), words: "cannot answer now"),
        Fault(name: "no JSON", act: .page("<html>"), words: "nothing that Telegram would say"),
        Fault(name: "no list", act: .page(#"{"ok":true,"result":{"id":1}}"#), words: "no list"),
        Fault(name: "closed at once", act: .close, words: "broke"),
        Fault(name: "closed in the middle", act: .breakOff(page([7])), words: "broke"),
    ]

    @Test("a failure is told of, and the poll goes on where it was", arguments: faults)
    func survives(fault: Fault) async throws {
        let scene = try PollScene { number, head in number == 1 ? fault.act : Self.telegram([7])(number, head) }
        try await running(try scene.telegram()) {
            try await eventually("the page", that: { try await scene.bodies() == [Self.page([7])] })
        }
        let failure = try #require(scene.events.failures.first)
        #expect(failure.sentence.contains(fault.words), "\(failure.sentence)")
        #expect(failure.needsPerson == fault.needsPerson)
        #expect(scene.events.all.first != .reached)
        #expect(try #require(scene.rests.all.first) >= .seconds(fault.pause))
        #expect(!scene.events.failures.contains { $0.sentence.contains("secret") })
        scene.server.stop()
    }

    @Test("a poll that is kept open longer than it should be is given up")
    func survivesSilence() async throws {
        let scene = try PollScene { number, head in number == 1 ? .keepSilent : Self.telegram([7])(number, head) }
        try await running(try scene.telegram(answerTime: .milliseconds(300), patience: 0)) {
            try await eventually("the page", that: { try await !scene.deliveries().isEmpty })
        }
        #expect(scene.events.failures.map(\.needsPerson) == [false])
        scene.server.stop()
    }

    @Test("a page that is too large is asked for in smaller ones, and one update that is too large is told of")
    func shrinksPages() async throws {
        let scene = try PollScene { _, head in
            let limit = head.firstMatch(of: /limit=(\d+)/).flatMap { Int($0.1) } ?? 0
            guard !head.contains("offset=8") else { return .bytes(200, [UInt8](repeating: 0x20, count: 70_000)) }
            return limit > 6 ? .bytes(200, [UInt8](repeating: 0x20, count: 70_000)) : .page(Self.page([7]))
        }
        try await running(try scene.telegram(sizeLimit: 65_536)) {
            try await eventually("a failure", that: { !scene.events.failures.isEmpty })
        }
        let limits = scene.server.targets.compactMap { $0.firstMatch(of: /limit=(\d+)/).map { String($0.1) } }
        #expect(Array(limits.prefix(7)) == ["100", "25", "6", "100", "25", "6", "1"])
        #expect(try await scene.bodies() == [Self.page([7])])
        #expect(scene.events.failures[0].needsPerson)
        #expect(scene.events.failures[0].sentence.contains("more than the 65536 octets"))
        scene.server.stop()
    }

    @Test("a server that gives the same for ever is not asked without a pause")
    func noticesDeafness() async throws {
        let scene = try PollScene { _, _ in .page(Self.page([7])) }
        try await running(try scene.telegram()) {
            try await eventually("pauses", that: { scene.rests.all.count >= 3 })
        }
        #expect(try await scene.deliveries().count == 1)
        #expect(scene.events.failures[0].sentence.contains("the same updates again"))
        #expect(scene.events.all.count { $0 == .reached } == 1)
        #expect(Array(scene.rests.all.prefix(3)) == [1, 2, 4].map { .seconds($0) })
        scene.server.stop()
    }

    @Test("updates without a number are kept, and asked for again after a pause")
    func keepsUnnumbered() async throws {
        let scene = try PollScene { _, _ in .page(#"{"ok":true,"result":[{"message":{}}]}"#) }
        try await running(try scene.telegram()) {
            try await eventually("a pause", that: { !scene.rests.all.isEmpty })
        }
        #expect(try await scene.deliveries().count == 1)
        #expect(try await scene.position() == nil)
        #expect(scene.events.failures[0].sentence.contains("without numbers"))
        scene.server.stop()
    }

    @Test("a probe tells how many updates wait, or that a webhook stands in the way")
    func probes() async throws {
        let scene = try PollScene { number, _ in
            let url = number == 1 ? "" : "https://old.test/hook"
            return .page(#"{"ok":true,"result":{"url":"\#(url)","pending_update_count":3}}"#)
        }
        let poll = try scene.telegram()
        #expect(try await poll.probe() == "Telegram, polled; 3 updates wait there")
        let error = await #expect(throws: ChannelError.self) { try await poll.probe() }
        #expect(error?.sentence.contains("https://old.test/…") == true)
        #expect(scene.server.targets == Array(repeating: "/bot77:secret/getWebhookInfo", count: 2))
        #expect(try await poll.listing().items.isEmpty)
        scene.server.stop()
    }

    @Test("a stop ends a poll that is kept open")
    func stops() async throws {
        let scene = try PollScene { _, _ in .keepSilent }
        try await running(try scene.telegram()) {
            try await eventually("a request", that: { !scene.server.requests.isEmpty })
        }
        #expect(scene.events.all.isEmpty)
        scene.server.stop()
    }
}
