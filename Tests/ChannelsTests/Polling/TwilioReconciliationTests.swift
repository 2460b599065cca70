import Chat
import Foundation
import Model
import StorageSQLite
import Synchronization
import TestSupport
import Testing

@testable import Channels

@Suite("Holding Twilio's list against what came")
struct TwilioReconciliationTests {
    static let twilio = TwilioChannel(account: "AC1", sender: "+4930")

    private static func message(
        _ sid: String,
        _ direction: String = "inbound",
        files: Int = 0,
        sentAt: String = "Fri, 15 Jan 2027 07:00:00 +0000"
    ) -> String {
        #"{"sid":"\#(sid)","direction":"\#(direction)","from":"+491","to":"+4930","body":"about \#(sid) & more","#
            + #""num_media":"\#(files)","status":"received","date_sent":"\#(sentAt)"}"#
    }

    private static func listing(_ messages: [String], next: String? = nil) -> String {
        let next = next.map { #""\#($0)""# } ?? "null"
        return #"{"messages":[\#(messages.joined(separator: ","))],"next_page_uri":\#(next)}"#
    }

    /// Two pages: SM4, a reply of ours, SM1; then SM3, with a file.
    private static func twoPages() throws -> PollScene {
        let second = "/2010-04-01/Accounts/AC1/Messages.json?PageToken=x"
        let media =
            #"{"media_list":[{"uri":"/2010-04-01/Accounts/AC1/Messages/SM3/Media/ME1.json","#
            + #""content_type":"image/png"}]}"#
        return try PollScene { _, head in
            if head.contains("/Messages/SM3/Media.json") { return .page(media) }
            if head.contains("PageToken=x") { return .page(listing([message("SM3", files: 1)])) }
            return .page(listing([message("SM1"), message("SM2", "outbound-api"), message("SM4")], next: second))
        }
    }

    private static func arrival(_ id: String) -> Arrival {
        Arrival(origin: Origin(inbox: PollScene.name, item: id), raw: [1], form: .chat, circumstance: .live)
    }

    @Test("what Twilio lists and we do not have is fetched, once, and becomes the message that was missed")
    func fetches() async throws {
        let scene = try Self.twoPages()
        let settings = PollScene.settings(.twilio(Self.twilio), scene)
        // This one came by the webhook.
        _ = try await scene.store.take([Self.arrival("SM1")], advancing: nil, at: scene.clock.now)
        let brought = Mutex(0)
        let reconciliation = try PollScene.reconciliation(settings, scene) { count in brought.withLock { $0 += count } }

        let found = try await reconciliation.reconcile()
        #expect(found.gap == 0 && found.fetched == 2 && !found.isAlarming)
        #expect(found.sentence == "Twilio lists 3 messages since 2027-01-07; 2 were missing here, and fetched.")
        // Twilio lists the newest first; a conversation is read in the order in which it was written.
        #expect(try await scene.unpack(settings) == ["about SM3 & more", "about SM4 & more"])
        #expect(brought.withLock { $0 } == 2)
        let first = scene.server.requests[0]
        #expect(first.contains("/2010-04-01/Accounts/AC1/Messages.json?To=%2B4930&DateSent%3E=2027-01-07&PageSize=200"))
        #expect(first.contains("Authorization: Basic \(Data("AC1:77:secret".utf8).base64EncodedString())"))

        let again = try await reconciliation.reconcile()
        #expect(again.sentence == "Twilio lists 3 messages since 2027-01-14, and all are here.")
        #expect(try await scene.deliveries().count == 2)
        scene.server.stop()
    }

    @Test("what is fetched has its files and its time, and no secret")
    func fetchesWhole() async throws {
        let scene = try Self.twoPages()
        let settings = PollScene.settings(.twilio(Self.twilio), scene)
        _ = try await PollScene.reconciliation(settings, scene).reconcile()
        let delivery = try #require(try await scene.deliveries().first)
        #expect(!"\(delivery)".contains("secret"))
        let items = try DeliveryUnpacker(settings, channel: PollScene.name).items(of: delivery.request)
        guard case .message(let message)? = items.first else {
            Issue.record("no message")
            return
        }
        #expect(message.id == "SM3" && message.sentAt == Date(timeIntervalSince1970: 1_800_000_000 - 3_600))
        #expect(
            message.attachments.map(\.url) == ["\(scene.server.url)/2010-04-01/Accounts/AC1/Messages/SM3/Media/ME1"]
        )
        scene.server.stop()
    }

    @Test("a message that comes by its webhook while it is waited for is not fetched")
    func waitsForWebhook() async throws {
        let scene = try PollScene { _, _ in .page(Self.listing([Self.message("SM1")])) }
        let store = scene.store
        let parts = try scene.parts()
        let late = PollParts(
            reactor: try Network.reactor(),
            secrets: parts.secrets,
            store: store,
            now: parts.now,
            jitter: { 0 },
            rest: { _ in
                _ = try? await store.take([Self.arrival("SM1")], advancing: nil, at: parts.now())
            },
            logger: .quiet
        )
        let settings = PollScene.settings(.twilio(Self.twilio), scene)
        let reconciliation = try PollScene.reconciliation(settings, scene, parts: late)
        let found = try await reconciliation.reconcile()
        #expect(found.fetched == 0 && found.gap == 0)
        #expect(try await scene.deliveries().isEmpty)
        scene.server.stop()
    }

    @Test("a message that Twilio lists without an author cannot be fetched, and people are told")
    func tellsOfUnclear() async throws {
        let scene = try PollScene { _, _ in .page(Self.listing([#"{"sid":"SM9","direction":"inbound"}"#])) }
        let found = try await PollScene.reconciliation(PollScene.settings(.twilio(Self.twilio), scene), scene)
            .reconcile()
        #expect(found.gap == 1 && found.isAlarming)
        scene.server.stop()
    }

    @Test(
        "the token is not taken to where an answer leads",
        arguments: ["https://evil.test/", "//evil.test/x", "@evil.test"]
    )
    func staysAtTwilio(next: String) async throws {
        let scene = try PollScene { _, _ in .page(Self.listing([], next: next)) }
        let found = try await PollScene.reconciliation(PollScene.settings(.twilio(Self.twilio), scene), scene)
            .reconcile()
        #expect(scene.server.requests.count == 1)
        #expect(found.isAlarming && found.gap == 1, "\(found)")
        #expect(!found.sentence.contains("all are here") && !found.sentence.contains("evil"), "\(found.sentence)")
        // What was not read is looked for again.
        #expect(try await scene.position() == nil)
        scene.server.stop()
    }

    @Test("after a long stop everything is listed since the last look that found all, and a day before it")
    func looksBack() async throws {
        let isWhole = Mutex(true)
        let scene = try PollScene { _, _ in
            .page(Self.listing([], next: isWhole.withLock { $0 } ? nil : "https://evil.test/"))
        }
        let reconciliation = try PollScene.reconciliation(PollScene.settings(.twilio(Self.twilio), scene), scene)
        _ = try await reconciliation.reconcile()
        scene.clock.pass(5 * 86_400)
        isWhole.withLock { $0 = false }
        _ = try await reconciliation.reconcile()
        scene.clock.pass(86_400)
        isWhole.withLock { $0 = true }
        _ = try await reconciliation.reconcile()
        _ = try await reconciliation.reconcile()
        let days = scene.server.targets.map { $0.split(separator: "&")[1] }
        #expect(days == ["07", "14", "14", "20"].map { "DateSent%3E=2027-01-\($0)" })
        scene.server.stop()
    }

    @Test("Twilio is asked with the auth token that its webhooks are signed with, where no other is given")
    func asksWithKey() async throws {
        let scene = try PollScene { _, _ in .answer(401, "{}") }
        let settings = ChannelSettings(
            provider: .twilio(Self.twilio),
            keys: [.environment("TOKEN")],
            api: scene.server.url
        )
        let error = await #expect(throws: ChannelError.self) {
            try await PollScene.reconciliation(settings, scene).reconcile()
        }
        #expect(error?.sentence.contains("where “keys” of the channel points") == true, "\(String(describing: error))")
        #expect(scene.server.requests[0].contains(Data("AC1:77:secret".utf8).base64EncodedString()))
        scene.server.stop()
    }

    @Test("each look is told with its gap, 0 too")
    func tellsEachLook() async throws {
        let scene = try PollScene { number, _ in
            number == 1 ? .page(Self.listing([])) : .page(Self.listing([#"{"sid":"SM9","direction":"inbound"}"#]))
        }
        let gaps = Mutex<[Int]>([])
        let reconciliation = try PollScene.reconciliation(PollScene.settings(.twilio(Self.twilio), scene), scene) { _ in
        } found: { found in
            gaps.withLock { $0.append(found.gap) }
        }
        let task = Task { await reconciliation.run() }
        try await eventually("two looks") { gaps.withLock { $0.count } >= 2 ? true : nil }
        task.cancel()
        await task.value
        #expect(gaps.withLock { $0.prefix(2) } == [0, 1])
        scene.server.stop()
    }
}
