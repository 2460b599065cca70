import Chat
import Foundation
import Model
import Pipeline
import StorageSQLite
import Synchronization
import Testing

@Suite("Requests at a webhook")
struct WebhookReceiverTests {
    private static let channel = InboxName("chat")
    private static let accepted = WebhookAnswer(200, body: "ok")

    private let store: SQLiteStore

    init() throws {
        store = try SQLiteStore.empty()
    }

    private func receiver(
        judge: @escaping @Sendable (ReceivedRequest, Date) -> WebhookVerdict,
        rung: @escaping @Sendable () -> Void = {}
    ) -> WebhookReceiver {
        WebhookReceiver(
            channels: [Self.channel: WebhookReceiver.Channel(sizeLimit: 100, judge: judge)],
            log: DeliveryLog { [store] in try await store.accept($0, advancing: nil, at: TestClock.start) },
            accepted: rung,
            now: { TestClock.start },
            logger: HelpDesk.logger
        )
    }

    private func request(_ body: String = "{}", url: String = "https://shop.example/channels/chat") -> ReceivedRequest {
        ReceivedRequest(
            url: url,
            fields: [
                HeaderField(name: "Host", value: "shop.example"),
                HeaderField(name: "AUTHORIZATION", value: "Basic cGFzc3dvcmQ="),
                HeaderField(name: "X-Signature", value: "1"), HeaderField(name: "x-signature", value: "2"),
                HeaderField(name: "X-Telegram-Bot-Api-Secret-Token", value: "password"),
            ],
            body: [UInt8](body.utf8)
        )
    }

    private func kept() async throws -> [Delivery] {
        try await store.deliveries(of: Self.channel, in: nil, limit: 9)
    }

    @Test("what is taken is durable before the answer, without passwords, and whoever takes it apart is told")
    func taken() async throws {
        let judged = Mutex<[ReceivedRequest]>([])
        let rings = Mutex(0)
        let receiver = receiver { request, time in
            judged.withLock { $0.append(request) }
            #expect(time == TestClock.start)
            return .take(.key("m1"), answer: Self.accepted)
        } rung: {
            rings.withLock { $0 += 1 }
        }
        let request = request(url: "https://user:pass@word@shop.example/channels/chat?to=a@b")
        #expect(await receiver.receive(request, at: Self.channel) == Self.accepted)
        #expect(judged.withLock { $0 } == [request])
        let delivery = try await #require(store.delivery(Delivery.ID(rawValue: 1)))
        #expect(delivery.request.url == "https://shop.example/channels/chat?to=a@b")
        #expect(delivery.request.fields.map(\.name) == ["Host", "X-Signature", "x-signature"])
        #expect(delivery.request.body == request.body)
        #expect(await receiver.receive(request, at: Self.channel) == Self.accepted)
        #expect(try await kept().count == 1)
        #expect(rings.withLock { $0 } == 1)
    }

    @Test("an address without a user, or with an at sign behind its host, is kept as it is")
    func addresses() async throws {
        let receiver = receiver { request, _ in .take(.key(request.url), answer: Self.accepted) }
        for url in ["https://shop.example/a@b:c", "https://shop.example?x=//u@h", "/channels/chat", "a@b", ""] {
            _ = await receiver.receive(request(url: url), at: Self.channel)
            #expect(try await kept().first?.request.url == url)
        }
    }

    @Test("the same number with other bytes is taken as a new delivery")
    func contradicting() async throws {
        let receiver = receiver { _, _ in .take(.key("m1"), answer: Self.accepted) }
        for body in ["a", "b", "a", "b"] {
            #expect(await receiver.receive(request(body), at: Self.channel) == Self.accepted)
        }
        #expect(try await kept().map(\.contradicts) == [Delivery.ID(rawValue: 1), nil])
    }

    @Test("a one-time token that comes again with other bytes is refused")
    func forged() async throws {
        let receiver = receiver { _, _ in .take(.nonce("n"), answer: Self.accepted) }
        #expect(await receiver.receive(request("a"), at: Self.channel).status == 200)
        #expect(await receiver.receive(request("b"), at: Self.channel).status == 401)
        #expect(await receiver.receive(request("a"), at: Self.channel).status == 200)
        #expect(try await kept().count == 1)
    }

    @Test("what is refused before or after it is judged is answered by the rules of the channel's sender")
    func refusals() async throws {
        let receiver = WebhookReceiver(
            channels: [
                Self.channel: WebhookReceiver.Channel(
                    sizeLimit: 100,
                    judge: { _, _ in .take(.nonce("n"), answer: Self.accepted) },
                    refusal: { WebhookAnswer(503, body: $0.rawValue) }
                )
            ],
            log: DeliveryLog { [store] in try await store.accept($0, advancing: nil, at: TestClock.start) },
            accepted: {},
            now: { TestClock.start },
            logger: HelpDesk.logger
        )
        for refusal in [WebhookRefusal.slow, .cut, .oversized] {
            #expect(receiver.refuse(refusal, at: Self.channel) == WebhookAnswer(503, body: refusal.rawValue))
        }
        #expect(await receiver.receive(request("a"), at: Self.channel) == Self.accepted)
        let forged = await receiver.receive(request("b"), at: Self.channel)
        #expect(forged == WebhookAnswer(503, body: "replayed"))
    }

    @Test("a refusal and a handshake are answered as the verifier says, and nothing is kept")
    func nothingKept() async throws {
        let challenge = WebhookAnswer(200, fields: [HeaderField(name: "A", value: "b")], body: "challenge")
        let greeting = receiver { _, _ in .answer(challenge) }
        #expect(await greeting.receive(request(), at: Self.channel) == challenge)
        let refusing = receiver { _, _ in .refuse(.badSignature, answer: WebhookAnswer(401)) }
        #expect(await refusing.receive(request(), at: Self.channel) == WebhookAnswer(401))
        #expect(try await kept().isEmpty)
    }

    @Test("an unknown channel is not found, and what is over the limit is not judged")
    func bounds() async throws {
        let receiver = receiver { _, _ in
            Issue.record("judged")
            return .take(.bytes, answer: Self.accepted)
        }
        #expect(receiver.sizeLimit(of: Self.channel) == 100)
        #expect(receiver.sizeLimit(of: InboxName("other")) == nil)
        #expect(await receiver.receive(request(), at: InboxName("other")).status == 404)
        let large = String(repeating: "x", count: 101)
        #expect(await receiver.receive(request(large), at: Self.channel).status == 413)
        #expect(try await kept().isEmpty)
    }

    @Test("what the store cannot take is put off with 503 and a time, whatever is wrong, and taken the next time")
    func putOff() async throws {
        let isBroken = Mutex(true)
        let log = DeliveryLog { [store] deliveries in
            if isBroken.withLock({ $0 }) {
                return try await Self.closedStore().accept(deliveries, advancing: nil, at: .now)
            }
            return try await store.accept(deliveries, advancing: nil, at: TestClock.start)
        }
        let receiver = WebhookReceiver(
            channels: [
                Self.channel: WebhookReceiver.Channel(sizeLimit: 100) { _, _ in
                    .take(.bytes, answer: Self.accepted)
                }
            ],
            log: log,
            accepted: {},
            now: { TestClock.start },
            logger: HelpDesk.logger
        )
        let answer = await receiver.receive(request(), at: Self.channel)
        #expect(answer.status == 503)
        #expect(answer.fields.values(of: "retry-after") == ["30"])
        isBroken.withLock { $0 = false }
        #expect(await receiver.receive(request(), at: Self.channel) == Self.accepted)
    }

    @Test("who is put off for others gets 503 and a time, whatever the channel's sender hears of a refusal")
    func putOffForOthers() {
        let channel = WebhookReceiver.Channel(
            sizeLimit: 100,
            judge: { _, _ in .take(.bytes, answer: Self.accepted) },
            refusal: { _ in WebhookAnswer(400) }
        )
        let receiver = WebhookReceiver(
            channels: [Self.channel: channel],
            log: DeliveryLog { _ in [] },
            accepted: {},
            now: { TestClock.start },
            logger: HelpDesk.logger
        )
        let crowded = receiver.putOffForOthers(Self.channel)
        #expect(crowded.status == 503)
        #expect(crowded.fields.values(of: "retry-after") == ["30"])
    }

    private static func closedStore() async throws -> SQLiteStore {
        let store = try SQLiteStore.empty()
        try await store.close()
        return store
    }
}
