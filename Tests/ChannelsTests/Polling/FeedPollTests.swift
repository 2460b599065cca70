import Chat
import Foundation
import Model
import StorageSQLite
import TestSupport
import Testing

@testable import Channels

@Suite("A feed that is polled")
struct FeedPollTests {
    private static let paged = FeedChannel.Cursor(parameter: "after", member: ["next"])

    private static func page(_ ids: [Int], next: String? = nil) -> String {
        let items = ids.map { #"{"id":\#($0),"text":"m\#($0)","person":"p"}"# }.joined(separator: ",")
        let cursor = next.map { #","next":"\#($0)""# } ?? ""
        return #"{"items":[\#(items)]\#(cursor)}"#
    }

    private static func feed(
        _ scene: PollScene,
        path: String = "/feed",
        cursor: FeedChannel.Cursor? = nil
    ) -> FeedChannel {
        FeedChannel(url: scene.server.url + path, fields: FieldMap(messages: ["items"]), cursor: cursor)
    }

    @Test("pages are followed until one is empty, each is kept as it came, and the cursor with it")
    func followsPages() async throws {
        let scene = try PollScene { _, head in
            if head.contains("after=b") { return .page(Self.page([])) }
            return head.contains("after=a") ? .page(Self.page([3], next: "b")) : .page(Self.page([1, 2], next: "a"))
        }
        let feed = Self.feed(scene, cursor: Self.paged)
        try await running(try scene.feed(feed)) {
            try await eventually("a second look", that: { !scene.rests.all.isEmpty })
        }
        #expect(try await scene.bodies() == [Self.page([1, 2], next: "a"), Self.page([3], next: "b")])
        #expect(try await scene.position() == "b")
        #expect(Array(scene.server.targets.prefix(3)) == ["/feed", "/feed?after=a", "/feed?after=b"])
        #expect(scene.events.all.prefix(4) == [.brought(1), .reached, .brought(1), .reached])
        #expect(try await scene.unpack(ChannelSettings(provider: .feed(feed))) == ["m1", "m2", "m3"])
        scene.server.stop()
    }

    @Test("the token is read anew and sent in its field, and nothing of it is kept")
    func sendsToken() async throws {
        let scene = try PollScene { _, _ in .page(Self.page([1]), fields: "Set-Cookie: s=1\r\nX-Page: 1\r\n") }
        var feed = Self.feed(scene, path: "/feed?kind=chat")
        feed.tokenField = "X-Key"
        feed.tokenPrefix = "Key "
        feed.pageSize = FeedChannel.PageSize(parameter: "limit", size: 20)
        try await running(try scene.feed(feed)) {
            try await eventually("a delivery", that: { try await !scene.deliveries().isEmpty })
        }
        #expect(scene.server.requests[0].contains("X-Key: Key 77:secret\r\n"))
        #expect(scene.server.targets[0] == "/feed?kind=chat&limit=20")
        let request = try await scene.deliveries()[0].request
        #expect(request.fields.contains(HeaderField(name: "X-Page", value: "1")))
        #expect(!"\(request)".contains("secret") && request.fields.values(of: "Set-Cookie").isEmpty)
        scene.server.stop()
    }

    @Test("a feed at another address is read from its beginning, and the same one goes on where it was")
    func anotherAddress() async throws {
        let scene = try PollScene { _, head in
            if head.contains("/other") { return .page(Self.page(head.contains("after") ? [] : [1, 2], next: "z")) }
            return head.contains("after=a") ? .page(Self.page([])) : .page(Self.page([1], next: "a"))
        }
        for path in ["/feed", "/feed", "/other", "/other"] {
            let rests = scene.rests.all.count
            try await running(try scene.feed(Self.feed(scene, path: path, cursor: Self.paged))) {
                try await eventually("a look", that: { scene.rests.all.count > rests })
            }
        }
        let targets = scene.server.targets
        #expect(targets.filter { $0 == "/feed" }.count == 1)
        #expect(targets.filter { $0 == "/other" }.count == 1)
        #expect(!targets.contains("/other?after=a"))
        let settings = ChannelSettings(provider: .feed(Self.feed(scene, cursor: Self.paged)))
        #expect(try await scene.unpack(settings) == ["m1", "m2"])
        scene.server.stop()
    }

    @Test("a feed without a cursor is read whole each time, and only what is new in it becomes messages")
    func readsWhole() async throws {
        let scene = try PollScene { number, _ in
            switch number {
            case 1: .page(#"{"at":1,"items":[{"id":1,"text":"m1","person":"p"}]}"#)
            case 2: .page(#"{"at":2,"items":[{"id":1,"text":"m1","person":"p"}]}"#)
            default: .page(Self.page([1, 2]))
            }
        }
        let feed = Self.feed(scene)
        try await running(try scene.feed(feed)) {
            try await eventually("three looks", that: { scene.rests.all.count >= 4 })
        }
        // The second differs from the first in the time of its making only, and is not kept.
        #expect(try await scene.deliveries().count == 2)
        #expect(try await scene.unpack(ChannelSettings(provider: .feed(feed))) == ["m1", "m2"])
        #expect(scene.events.failures.isEmpty)
        scene.server.stop()
    }

    @Test("what has not changed is not read again: validators go along, and survive a restart")
    func asksForChanges() async throws {
        let scene = try PollScene { _, head in
            head.contains("If-None-Match: \"v1\"")
                ? .answer(304, "") : .page(Self.page([1]), fields: "ETag: \"v1\"\r\n")
        }
        for _ in 0..<2 {
            let rests = scene.rests.all.count
            try await running(try scene.feed(Self.feed(scene))) {
                try await eventually("two looks", that: { scene.rests.all.count >= rests + 2 })
            }
        }
        #expect(scene.server.requests.count { !$0.contains("If-None-Match") } == 1)
        #expect(try await scene.deliveries().count == 1)
        #expect(scene.events.failures.isEmpty)
        scene.server.stop()
    }

    @Test(
        "a time of change counts only when its second is over",
        arguments: [("08:02:00", false), ("08:02:01", true)]
    )
    func settledTime(answered: String, counts: Bool) async throws {
        let day = "Fri, 15 Jan 2027"
        let scene = try PollScene { _, _ in
            let fields = "Last-Modified: \(day) 08:02:00 GMT\r\nDate: \(day) \(answered) GMT\r\n"
            return .page(Self.page([1]), fields: fields)
        }
        try await running(try scene.feed(Self.feed(scene))) {
            try await eventually("two looks", that: { scene.server.requests.count >= 2 })
        }
        #expect(scene.server.requests[1].contains("If-Modified-Since: \(day) 08:02:00 GMT") == counts)
        scene.server.stop()
    }

    @Test("where the store refuses a page it is asked for again, and nothing is skipped or doubled")
    func survivesRefusal() async throws {
        let scene = try PollScene { _, head in
            head.contains("after=a") ? .page(Self.page([2])) : .page(Self.page([1], next: "a"))
        }
        let feed = Self.feed(scene, cursor: Self.paged)
        let store = RefusingStore(scene.store, refusals: 2)
        try await running(try scene.feed(feed, store: store)) {
            try await eventually("both pages", that: { try await scene.deliveries().count == 2 })
        }
        #expect(Array(scene.server.targets.prefix(4)) == ["/feed", "/feed", "/feed", "/feed?after=a"])
        #expect(scene.events.failures.count == 2)
        #expect(try await scene.unpack(ChannelSettings(provider: .feed(feed))) == ["m1", "m2"])
        scene.server.stop()
    }

    @Test("a page that comes again after the end of the program gives no message twice")
    func survivesEnd() async throws {
        let scene = try PollScene { _, _ in .page(Self.page([1, 2], next: "a")) }
        let feed = Self.feed(scene, cursor: Self.paged)
        let settings = ChannelSettings(provider: .feed(feed))
        // It ends between the answer and the store: nothing is known of the page.
        try await running(try scene.feed(feed, store: RefusingStore(scene.store, refusals: .max))) {
            try await eventually("an answer", that: { !scene.events.failures.isEmpty })
        }
        #expect(try await scene.deliveries().isEmpty)
        #expect(try await scene.position() == nil)
        for _ in 0..<2 {
            let rests = scene.rests.all.count
            try await running(try scene.feed(feed)) {
                try await eventually("a look", that: { scene.rests.all.count > rests })
            }
        }
        #expect(try await scene.unpack(settings) == ["m1", "m2"])
        #expect(try await scene.deliveries().count == 1)
        scene.server.stop()
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var act: PollServer.Act
        var words: String
        var needsPerson = false
        /// The first pause at least, in seconds.
        var pause: Double = 1

        var testDescription: String { name }
    }

    private static let faults = [
        Fault(name: "401", act: .answer(401, ""), words: "token", needsPerson: true, pause: 60),
        Fault(name: "404", act: .answer(404, ""), words: "nothing to read", needsPerson: true, pause: 60),
        Fault(name: "409", act: .answer(409, ""), words: "refuses", needsPerson: true, pause: 60),
        Fault(name: "429", act: .answer(429, "", fields: "Retry-After: 240\r\n"), words: "too often", pause: 240),
        Fault(
            name: "429 until a date",
            act: .answer(429, "", fields: "Retry-After: Fri, 15 Jan 2027 08:10:00 GMT\r\n"),
            words: "too often",
            pause: 600
        ),
        Fault(name: "500", act: .answer(500, "oops"), words: "cannot answer now"),
        Fault(name: "503", act: .answer(503, "", fields: "Retry-After: 90\r\n"), words: "cannot answer now", pause: 90),
        Fault(
            name: "a redirect",
            act: .answer(302, "", fields: "Location: http://127.0.0.1:1/x\r\n"),
            words: "sends us elsewhere",
            needsPerson: true,
            pause: 60
        ),
        Fault(name: "304 to the first question", act: .answer(304, ""), words: "nothing has changed"),
        Fault(name: "a part", act: .answer(206, #"{"items":[]}"#), words: "a part"),
        Fault(name: "no JSON", act: .page("<html>"), words: "no JSON"),
        Fault(name: "half a document", act: .page(#"{"items":[{"id":"#), words: "no JSON"),
        Fault(name: "another document", act: .page(#"{"error":"down"}"#), words: "no member “items”"),
        Fault(name: "closed at once", act: .close, words: "broke"),
        Fault(name: "closed in the middle", act: .breakOff(#"{"items":[{"id":1}]}"#), words: "broke"),
        Fault(
            name: "a huge page",
            act: .bytes(200, [UInt8](repeating: 0x20, count: 70_000)),
            words: "more than the 65536 octets",
            needsPerson: true,
            pause: 60
        ),
    ]

    @Test("a server that fails is told of, left alone for a while, and read when it is well again", arguments: faults)
    func survives(fault: Fault) async throws {
        let scene = try PollScene { number, _ in number == 1 ? fault.act : .page(Self.page([1])) }
        try await running(try scene.feed(Self.feed(scene), sizeLimit: 65_536)) {
            try await eventually("the page", that: { try await scene.bodies() == [Self.page([1])] })
        }
        let failure = try #require(scene.events.failures.first)
        #expect(failure.sentence.contains(fault.words), "\(failure.sentence)")
        #expect(failure.needsPerson == fault.needsPerson)
        #expect(scene.events.all.first != .reached)
        #expect(try #require(scene.rests.all.first) >= .seconds(fault.pause))
        #expect(scene.events.failures.count == 1)
        #expect(scene.server.targets.allSatisfy { $0 == "/feed" })
        scene.server.stop()
    }

    @Test("a server that never answers is given up")
    func survivesSilence() async throws {
        let scene = try PollScene { number, _ in number == 1 ? .keepSilent : .page(Self.page([1])) }
        try await running(try scene.feed(Self.feed(scene), answerTime: .milliseconds(300))) {
            try await eventually("the page", that: { try await !scene.deliveries().isEmpty })
        }
        #expect(scene.events.failures.map(\.needsPerson) == [false])
        scene.server.stop()
    }

    @Test("pauses grow while a server fails")
    func backsOff() async throws {
        let scene = try PollScene { _, _ in .answer(500, "") }
        try await running(try scene.feed(Self.feed(scene))) {
            try await eventually("five looks", that: { scene.rests.all.count >= 5 })
        }
        #expect(Array(scene.rests.all.prefix(5)) == [1, 2, 4, 8, 16].map { .seconds($0) })
        scene.server.stop()
    }

    @Test("a cursor that goes in a circle ends the look")
    func endsCircles() async throws {
        let scene = try PollScene { number, head in
            .page(Self.page([number], next: head.contains("after=a") ? "b" : "a"))
        }
        try await running(try scene.feed(Self.feed(scene, cursor: Self.paged))) {
            try await eventually("a look", that: { !scene.rests.all.isEmpty })
        }
        #expect(scene.events.failures.isEmpty)
        #expect(Array(scene.server.targets.prefix(3)) == ["/feed", "/feed?after=a", "/feed?after=b"])
        scene.server.stop()
    }

    @Test("an empty page that says where to go on moves the cursor, and is not kept")
    func movesBehindEmptyPages() async throws {
        let scene = try PollScene { _, head in
            head.contains("after=a") ? .page(Self.page([1], next: "b")) : .page(Self.page([], next: "a"))
        }
        try await running(try scene.feed(Self.feed(scene, cursor: Self.paged))) {
            try await eventually("the message", that: { try await scene.deliveries().count == 1 })
        }
        #expect(scene.server.targets[1] == "/feed?after=a")
        scene.server.stop()
    }

    @Test("plain HTTP is for this machine only", arguments: ["http://feed.test/x", "ftp://127.0.0.1/x", "no address"])
    func refusesPlaintext(url: String) async throws {
        let scene = try PollScene { _, _ in .page(Self.page([])) }
        let poll = try scene.feed(FeedChannel(url: url))
        await #expect(throws: ChannelError.self) { try await poll.probe() }
        try await running(poll) {
            try await eventually("a failure", that: { !scene.events.failures.isEmpty })
        }
        #expect(scene.events.failures[0].needsPerson)
        scene.server.stop()
    }

    @Test("everything that the feed gives is listed by the numbers that its messages are taken under")
    func lists() async throws {
        let scene = try PollScene { _, head in
            head.contains("after=a") ? .page(Self.page([2, 3])) : .page(Self.page([1, 2], next: "a"))
        }
        let feed = Self.feed(scene, cursor: Self.paged)
        let poll = try scene.feed(feed)
        #expect(try await poll.listing().items == ["1", "2", "3"])
        try await running(poll) { try await eventually("a look", that: { !scene.rests.all.isEmpty }) }
        _ = try await scene.unpack(ChannelSettings(provider: .feed(feed)))
        #expect(try await scene.store.items(inbox: PollScene.name, mailbox: "", validity: 0) == ["1", "2", "3"])
        scene.server.stop()
    }

    @Test("a probe says what it found, or what is wrong with the mapping")
    func probes() async throws {
        let scene = try PollScene { _, head in
            head.contains("/odd") ? .page(#"{"items":[{"number":1}]}"#) : .page(Self.page([1, 2], next: "a"))
        }
        let words = try await scene.feed(Self.feed(scene, cursor: Self.paged)).probe()
        #expect(words.contains("2 messages") && words.contains("where to go on"))
        let odd = try scene.feed(Self.feed(scene, path: "/odd"))
        await #expect(throws: ChannelError.self) { try await odd.probe() }
        let keyless = try scene.feed(Self.feed(scene), token: .environment("NONE"))
        await #expect(throws: ChannelError.self) { try await keyless.probe() }
        scene.server.stop()
    }
}
