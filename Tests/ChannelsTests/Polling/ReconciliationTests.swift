import Chat
import Foundation
import Model
import StorageSQLite
import Synchronization
import TestSupport
import Testing

@testable import Channels

@Suite("Holding a provider's account of its messages against ours")
struct ReconciliationTests {
    private static let twilio = TwilioChannel(account: "AC1", sender: "+4930")

    private static func settings(_ provider: ChannelProvider, _ scene: PollScene) -> ChannelSettings {
        ChannelSettings(provider: provider, token: .environment("TOKEN"), api: scene.server.url)
    }

    private static func reconciliation(
        _ settings: ChannelSettings,
        _ scene: PollScene,
        webhook: String? = "https://desk.test/channels/chat",
        parts: PollParts? = nil,
        brought: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws -> ChannelReconciliation {
        try #require(
            ChannelReconciliation(
                name: PollScene.name,
                settings: settings,
                webhook: webhook,
                parts: try parts ?? scene.parts(),
                custody: scene.store,
                brought: brought
            )
        )
    }

    private static func info(_ url: String, pending: Int, error: (String, Date)? = nil) -> String {
        let trouble = error.map {
            #","last_error_message":"\#($0.0)","last_error_date":\#(Int($0.1.timeIntervalSince1970))"#
        }
        return #"{"ok":true,"result":{"url":"\#(url)","pending_update_count":\#(pending)\#(trouble ?? "")}}"#
    }

    // MARK: Telegram

    struct TelegramCase: Sendable, CustomTestStringConvertible {
        var name: String
        var mode = TelegramChannel.Mode.webhook
        var answers: [String]
        var gap: Int
        var isAlarming: Bool
        var words: String

        var testDescription: String { name }
    }

    private static let ours = "https://desk.test/channels/chat"
    private static let justNow = Date(timeIntervalSince1970: 1_800_000_000 - 60)
    private static let yesterday = Date(timeIntervalSince1970: 1_800_000_000 - 86_400)

    private static let telegramCases = [
        TelegramCase(
            name: "nothing waits",
            answers: [info(ours, pending: 0)],
            gap: 0,
            isAlarming: false,
            words: "Nothing waits"
        ),
        TelegramCase(
            name: "an old error",
            answers: [info(ours, pending: 0, error: ("Wrong response", yesterday))],
            gap: 0,
            isAlarming: false,
            words: "Nothing waits"
        ),
        TelegramCase(
            name: "our webhook fails",
            answers: [info(ours, pending: 4, error: ("Wrong response: 503", justNow))],
            gap: 4,
            isAlarming: true,
            words: "4 updates wait at Telegram: our webhook failed (Wrong response: 503)"
        ),
        TelegramCase(
            name: "another webhook",
            answers: [info("https://old.test/x", pending: 0)],
            gap: 0,
            isAlarming: true,
            words: "calls https://old.test/x instead of https://desk.test/channels/chat"
        ),
        TelegramCase(
            name: "no webhook at all",
            answers: [info("", pending: 1)],
            gap: 1,
            isAlarming: true,
            words: "no webhook"
        ),
        TelegramCase(
            name: "a queue that gets shorter",
            answers: [info(ours, pending: 5), info(ours, pending: 1)],
            gap: 0,
            isAlarming: false,
            words: "are being taken"
        ),
        TelegramCase(
            name: "a queue that does not",
            answers: [info(ours, pending: 5), info(ours, pending: 5)],
            gap: 5,
            isAlarming: true,
            words: "do not get fewer"
        ),
        TelegramCase(
            name: "a bot that is polled",
            mode: .poll,
            answers: [info("", pending: 0)],
            gap: 0,
            isAlarming: false,
            words: "Nothing waits"
        ),
        TelegramCase(
            name: "a webhook in the way of a poll",
            mode: .poll,
            answers: [info("https://old.test/x", pending: 2)],
            gap: 2,
            isAlarming: true,
            words: "cannot be polled"
        ),
    ]

    @Test("Telegram says how many updates wait, and why", arguments: telegramCases)
    func telegram(given: TelegramCase) async throws {
        let scene = try PollScene { number, _ in .page(given.answers[min(number, given.answers.count) - 1]) }
        let settings = Self.settings(.telegram(TelegramChannel(mode: given.mode)), scene)
        let found = try await Self.reconciliation(settings, scene).reconcile()
        #expect(found.gap == given.gap)
        #expect(found.isAlarming == given.isAlarming)
        #expect(found.sentence.contains(given.words), "\(found.sentence)")
        #expect(scene.server.requests.count == given.answers.count)
        scene.server.stop()
    }

    // MARK: Twilio

    private static func message(_ sid: String, _ direction: String = "inbound", files: Int = 0) -> String {
        #"{"sid":"\#(sid)","direction":"\#(direction)","from":"+491","to":"+4930","body":"about \#(sid) & more","#
            + #""num_media":"\#(files)","status":"received"}"#
    }

    private static func listing(_ messages: [String], next: String? = nil) -> String {
        let next = next.map { #""\#($0)""# } ?? "null"
        return #"{"messages":[\#(messages.joined(separator: ","))],"next_page_uri":\#(next)}"#
    }

    /// Two pages of a listing, with a file in the last message.
    private static func listing(_ head: String) -> PollServer.Act {
        if head.contains("/Messages/SM3/Media.json") {
            return .page(
                #"{"media_list":[{"uri":"/2010-04-01/Accounts/AC1/Messages/SM3/Media/ME1.json","#
                    + #""content_type":"image/png"}]}"#
            )
        }
        if head.contains("PageToken=x") { return .page(listing([message("SM3", files: 1)])) }
        let first = [message("SM1"), message("SM2", "outbound-api"), message("SM4")]
        return .page(listing(first, next: "/2010-04-01/Accounts/AC1/Messages.json?PageToken=x"))
    }

    /// The message in the one delivery with that number.
    private static func message(
        _ number: String,
        _ settings: ChannelSettings,
        _ scene: PollScene
    ) async throws
        -> ChatMessage
    {
        let delivery = try #require(
            try await scene.deliveries().first { String(decoding: $0.request.body, as: UTF8.self).contains(number) }
        )
        #expect(!"\(delivery)".contains("secret"))
        let item = try DeliveryUnpacker(settings, channel: PollScene.name).items(of: delivery.request).first
        guard case .message(let message)? = item else { throw NoMessage() }
        return message
    }

    private struct NoMessage: Error {}

    @Test("what Twilio lists and we do not have is fetched, once, and becomes the message that was missed")
    func fetchesFromTwilio() async throws {
        let scene = try PollScene { _, head in Self.listing(head) }
        let settings = Self.settings(.twilio(Self.twilio), scene)
        // SM1 came by the webhook.
        let known = Arrival(
            origin: Origin(inbox: PollScene.name, item: "SM1"),
            raw: [1],
            form: .chat,
            circumstance: .live
        )
        _ = try await scene.store.take([known], advancing: nil, at: scene.clock.now)
        let brought = Mutex(0)
        let reconciliation = try Self.reconciliation(settings, scene) { count in brought.withLock { $0 += count } }

        let found = try await reconciliation.reconcile()
        #expect(found.gap == 0 && found.fetched == 2 && !found.isAlarming)
        #expect(found.sentence == "Twilio lists 3 messages of the last day; 2 were missing here, and fetched.")
        #expect(try await Set(scene.unpack(settings)) == ["about SM3 & more", "about SM4 & more"])
        #expect(brought.withLock { $0 } == 2)
        let first = scene.server.requests[0]
        #expect(first.contains("/2010-04-01/Accounts/AC1/Messages.json?To=%2B4930&DateSent%3E=2027-01-14&PageSize=200"))
        #expect(first.contains("Authorization: Basic \(Data("AC1:77:secret".utf8).base64EncodedString())"))
        let withFile = try await Self.message("SM3", settings, scene)
        let file = "\(scene.server.url)/2010-04-01/Accounts/AC1/Messages/SM3/Media/ME1"
        #expect(withFile.attachments.map(\.url) == [file])

        let again = try await reconciliation.reconcile()
        #expect(again.sentence == "Twilio lists 3 messages of the last day, and all are here.")
        #expect(try await scene.deliveries().count == 2)
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
                let arrival = Arrival(
                    origin: Origin(inbox: PollScene.name, item: "SM1"),
                    raw: [1],
                    form: .chat,
                    circumstance: .live
                )
                _ = try? await store.take([arrival], advancing: nil, at: parts.now())
            },
            logger: .quiet
        )
        let settings = Self.settings(.twilio(Self.twilio), scene)
        let reconciliation = try Self.reconciliation(settings, scene, parts: late)
        let found = try await reconciliation.reconcile()
        #expect(found.fetched == 0 && found.gap == 0)
        #expect(try await scene.deliveries().isEmpty)
        scene.server.stop()
    }

    @Test("a message that Twilio lists without an author cannot be fetched, and people are told")
    func tellsOfUnclear() async throws {
        let scene = try PollScene { _, _ in .page(Self.listing([#"{"sid":"SM9","direction":"inbound"}"#])) }
        let found = try await Self.reconciliation(Self.settings(.twilio(Self.twilio), scene), scene).reconcile()
        #expect(found.gap == 1 && found.isAlarming)
        scene.server.stop()
    }

    @Test(
        "the token is not taken to where an answer leads",
        arguments: ["https://evil.test/", "//evil.test/x", "@evil.test"]
    )
    func staysAtTwilio(next: String) async throws {
        let scene = try PollScene { _, _ in .page(Self.listing([], next: next)) }
        _ = try await Self.reconciliation(Self.settings(.twilio(Self.twilio), scene), scene).reconcile()
        #expect(scene.server.requests.count == 1)
        scene.server.stop()
    }

    // MARK: Postmark

    private static func mails(_ ids: [String]) -> String {
        let list = ids.map { #"{"MessageID":"\#($0)"}"# }.joined(separator: ",")
        return #"{"TotalCount":\#(ids.count),"InboundMessages":[\#(list)]}"#
    }

    @Test("mail that Postmark could not bring is asked for once more, and what still fails is told")
    func retriesPostmark() async throws {
        let retried = Mutex(false)
        let scene = try PollScene { _, head in
            if head.hasPrefix("PUT") {
                retried.withLock { $0 = true }
                return head.contains("/b/") ? .answer(422, #"{"ErrorCode":1,"Message":"no"}"#) : .page("{}")
            }
            if head.contains("status=queued") { return .page(Self.mails([])) }
            return .page(Self.mails(retried.withLock { $0 } ? ["b"] : ["a", "b"]))
        }
        let found = try await Self.reconciliation(Self.settings(.postmark(user: "u"), scene), scene).reconcile()
        #expect(found.gap == 1 && found.fetched == 1 && found.isAlarming)
        #expect(found.sentence.contains("1 mail had not come and came now."), "\(found.sentence)")
        let puts = scene.server.requests.filter { $0.hasPrefix("PUT") }
        #expect(
            puts.map { String($0.split(separator: " ")[1]) } == [
                "/messages/inbound/a/retry", "/messages/inbound/b/retry",
            ]
        )
        #expect(puts.allSatisfy { $0.contains("X-Postmark-Server-Token: 77:secret") })
        scene.server.stop()
    }

    @Test("mail that Postmark holds back is a gap")
    func tellsOfQueue() async throws {
        let scene = try PollScene { _, head in .page(Self.mails(head.contains("status=queued") ? ["a", "b"] : [])) }
        let found = try await Self.reconciliation(Self.settings(.postmark(user: "u"), scene), scene).reconcile()
        #expect(found.gap == 2 && found.fetched == 0)
        scene.server.stop()
    }

    @Test("where nothing is missing at Postmark, nothing is waited for")
    func provesPostmark() async throws {
        let scene = try PollScene { _, _ in .page(Self.mails([])) }
        let found = try await Self.reconciliation(Self.settings(.postmark(user: "u"), scene), scene).reconcile()
        #expect(found == Reconciled(gap: 0, sentence: "Postmark has no mail for us that did not come."))
        #expect(scene.rests.all.isEmpty)
        scene.server.stop()
    }

    // MARK: Over time

    @Test("a gap raises an alert, which ends with the gap")
    func raisesAlert() async throws {
        let isMended = Mutex(false)
        let scene = try PollScene { _, _ in
            .page(Self.info(isMended.withLock { $0 } ? Self.ours : "https://old.test/x", pending: 0))
        }
        let settings = Self.settings(.telegram(TelegramChannel(mode: .webhook)), scene)
        let reconciliation = try Self.reconciliation(settings, scene)
        let task = Task { await reconciliation.run() }
        let alert = try await eventually("an alert") { try await scene.store.alerts().first }
        isMended.withLock { $0 = true }
        try await eventually("its end") { try await scene.store.alerts().isEmpty ? true : nil }
        task.cancel()
        await task.value
        #expect(alert.kind == .deliveriesMissing && alert.text.contains("instead of https://desk.test"))
        #expect(scene.rests.all.first == .seconds(3_600))
        scene.server.stop()
    }

    @Test("a failure is tried again sooner, and one that needs a person is an alert")
    func tellsOfFailure() async throws {
        let scene = try PollScene { number, _ in number == 1 ? .answer(500, "") : .answer(401, "{}") }
        let reconciliation = try Self.reconciliation(Self.settings(.twilio(Self.twilio), scene), scene)
        let task = Task { await reconciliation.run() }
        let alert = try await eventually("an alert") { try await scene.store.alerts().first }
        task.cancel()
        await task.value
        #expect(alert.kind == .deliveriesMissing && alert.subject == "chat" && alert.text.contains("token"))
        #expect(scene.rests.all.first == .seconds(600))
        scene.server.stop()
    }

    @Test("a provider that lists nothing, or that nothing authorises a question to, is not asked")
    func asksOnlyWhereItCan() throws {
        let scene = try PollScene { _, _ in .close }
        let parts = try scene.parts()
        let none: [ChannelSettings] = [
            ChannelSettings(provider: .sendgrid, token: .environment("TOKEN")),
            ChannelSettings(provider: .slack(SlackChannel()), token: .environment("TOKEN")),
            ChannelSettings(provider: .postmark(user: "u")),
            ChannelSettings(provider: .telegram(TelegramChannel())),
            ChannelSettings(provider: .twilio(Self.twilio)),
        ]
        for settings in none {
            let made = ChannelReconciliation(
                name: PollScene.name,
                settings: settings,
                webhook: nil,
                parts: parts,
                custody: scene.store,
                brought: { _ in }
            )
            #expect(made == nil)
        }
        scene.server.stop()
    }
}
