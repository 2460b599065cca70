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
    private static let twilio = TwilioReconciliationTests.twilio

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
            words: "calls https://old.test/… instead of https://desk.test/channels/chat"
        ),
        TelegramCase(
            name: "another program's webhook, with a secret in its path",
            answers: [info("https://old.test/bot77:secret", pending: 0)],
            gap: 0,
            isAlarming: true,
            words: "calls https://old.test/… instead of"
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
        let settings = PollScene.settings(.telegram(TelegramChannel(mode: given.mode)), scene)
        let found = try await PollScene.reconciliation(settings, scene).reconcile()
        #expect(found.gap == given.gap)
        #expect(found.isAlarming == given.isAlarming)
        #expect(found.sentence.contains(given.words), "\(found.sentence)")
        #expect(!found.sentence.contains("secret"))
        #expect(scene.server.requests.count == given.answers.count)
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
        let found = try await PollScene.reconciliation(PollScene.settings(.postmark(user: "u"), scene), scene)
            .reconcile()
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
        let found = try await PollScene.reconciliation(PollScene.settings(.postmark(user: "u"), scene), scene)
            .reconcile()
        #expect(found.gap == 2 && found.fetched == 0)
        scene.server.stop()
    }

    @Test("where nothing is missing at Postmark, nothing is waited for")
    func provesPostmark() async throws {
        let scene = try PollScene { _, _ in .page(Self.mails([])) }
        let found = try await PollScene.reconciliation(PollScene.settings(.postmark(user: "u"), scene), scene)
            .reconcile()
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
        let settings = PollScene.settings(.telegram(TelegramChannel(mode: .webhook)), scene)
        let reconciliation = try PollScene.reconciliation(settings, scene)
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
        let reconciliation = try PollScene.reconciliation(PollScene.settings(.twilio(Self.twilio), scene), scene)
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
