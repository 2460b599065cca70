import Chat
import Curl
import Foundation
import Model
import Storage
import StorageSQLite
import Synchronization

@testable import Channels

/// A channel that is polled, the provider on loopback, a real store, a clock, and a rest that takes no time.
struct PollScene: Sendable {
    static let name = InboxName("chat")

    /// The pauses that a source took.
    final class Rests: Sendable {
        private let list = Mutex<[Duration]>([])

        var all: [Duration] { list.withLock { $0 } }

        func note(_ pause: Duration) {
            list.withLock { $0.append(pause) }
        }
    }

    let server: PollServer
    let store: SQLiteStore
    let events = EventLog()
    let rests = Rests()
    let clock = LookupScene.Clock()
    private let environment: [String: String]

    init(
        environment: [String: String] = ["TOKEN": "77:secret"],
        _ act: @escaping @Sendable (Int, String) -> PollServer.Act
    ) throws {
        server = try PollServer(act)
        store = try SQLiteStore.empty()
        self.environment = environment
    }

    /// - Parameter store: in the place of the scene's own.
    func parts(store: (any DeliveryStore)? = nil, answerTime: Duration = .seconds(60)) throws -> PollParts {
        let (clock, rests) = (clock, rests)
        return PollParts(
            reactor: try Network.reactor(),
            secrets: SecretReader(environment: environment),
            store: store ?? self.store,
            answerTime: answerTime,
            now: { clock.now },
            jitter: { 1 },
            rest: { pause in
                rests.note(pause)
                clock.pass(Double(pause.components.seconds))
                // Not as long as it says, but long enough that a source that fails does not keep the machine busy.
                try? await Task.sleep(for: .milliseconds(2))
            },
            logger: .quiet
        )
    }

    func feed(
        _ feed: FeedChannel? = nil,
        token: SecretReference? = .environment("TOKEN"),
        sizeLimit: Int = 1 << 20,
        store: (any DeliveryStore)? = nil,
        answerTime: Duration = .seconds(60)
    ) throws -> FeedPoll {
        let feed = feed ?? FeedChannel(url: server.url + "/feed")
        return FeedPoll(
            name: Self.name,
            settings: ChannelSettings(provider: .feed(feed), token: token, sizeLimit: sizeLimit),
            feed: feed,
            parts: try parts(store: store, answerTime: answerTime),
            report: events.note
        )
    }

    func telegram(
        api: String? = nil,
        sizeLimit: Int = 1 << 20,
        store: (any DeliveryStore)? = nil,
        answerTime: Duration = .seconds(60),
        patience: Int = 50
    ) throws -> TelegramPoll {
        TelegramPoll(
            name: Self.name,
            settings: telegramSettings(.poll, api: api, sizeLimit: sizeLimit),
            parts: try parts(store: store, answerTime: answerTime),
            patience: patience,
            report: events.note
        )
    }

    func telegramSettings(
        _ mode: TelegramChannel.Mode,
        api: String? = nil,
        sizeLimit: Int = 1 << 20
    ) -> ChannelSettings {
        ChannelSettings(
            provider: .telegram(TelegramChannel(mode: mode)),
            token: .environment("TOKEN"),
            api: api ?? server.url,
            sizeLimit: sizeLimit
        )
    }

    /// The deliveries in the store with their bodies, oldest first.
    func deliveries() async throws -> [Delivery] {
        var all: [Delivery] = []
        for delivery in try await store.deliveries(of: Self.name, in: nil, limit: 1_000).reversed() {
            if let whole = try await store.delivery(delivery.id) { all.append(whole) }
        }
        return all
    }

    func bodies() async throws -> [String] {
        try await deliveries().map { String(decoding: $0.request.body, as: UTF8.self) }
    }

    func position() async throws -> String? {
        try await store.channelCursor(of: Self.name)?.position
    }

    /// Takes apart what was brought, as the program does. Returns the texts of what became a message, in order.
    func unpack(_ settings: ChannelSettings) async throws -> [String] {
        let unpacker = DeliveryUnpacker(settings, channel: Self.name)
        var texts: [String] = []
        for delivery in try await store.claimDeliveries(limit: 1_000, attempts: 3, at: clock.now) {
            let messages = try unpacker.items(of: delivery.request).compactMap { item in
                if case .message(let message) = item { message } else { nil }
            }
            let arrivals = messages.map { message in
                Arrival(
                    origin: Origin(inbox: Self.name, item: message.id),
                    raw: message.bytes,
                    form: .chat,
                    circumstance: .live
                )
            }
            let unpacked = UnpackedDelivery(delivery: delivery.id, arrivals: arrivals, outcome: "")
            let taken = try await store.unpack([unpacked], at: clock.now)[0]
            texts += zip(messages, taken).filter(\.1.isNew).map(\.0.text)
        }
        return texts
    }
}

/// A real store that refuses some deliveries.
actor RefusingStore: DeliveryStore {
    private let inner: SQLiteStore
    private var refusals: Int

    /// - Parameter refusals: how many times it has no room before it has.
    init(_ inner: SQLiteStore, refusals: Int) {
        self.inner = inner
        self.refusals = refusals
    }

    func accept(
        _ deliveries: [NewDelivery],
        advancing cursor: ChannelCursor?,
        at: Date
    ) async throws -> [DeliveryAcceptance] {
        if refusals > 0 {
            refusals -= 1
            throw StoreError.cannotWrite("disk full")
        }
        return try await inner.accept(deliveries, advancing: cursor, at: at)
    }

    func contradictions(in channel: InboxName) async throws -> Int {
        try await inner.contradictions(in: channel)
    }

    func channelCursor(of inbox: InboxName) async throws -> ChannelCursor? {
        try await inner.channelCursor(of: inbox)
    }

    func claimDeliveries(limit: Int, attempts: Int, at: Date) async throws -> [Delivery] {
        try await inner.claimDeliveries(limit: limit, attempts: attempts, at: at)
    }

    func giveBackDeliveries(_ deliveries: [Delivery.ID]) async throws {
        try await inner.giveBackDeliveries(deliveries)
    }

    func unpack(_ deliveries: [UnpackedDelivery], at: Date) async throws -> [[Taken]] {
        try await inner.unpack(deliveries, at: at)
    }

    func parkDelivery(_ id: Delivery.ID, reason: ParkReason, at: Date) async throws -> Message.ID {
        try await inner.parkDelivery(id, reason: reason, at: at)
    }

    func delivery(_ id: Delivery.ID) async throws -> Delivery? {
        try await inner.delivery(id)
    }

    func deliveries(of channel: InboxName, in state: Delivery.State?, limit: Int) async throws -> [Delivery] {
        try await inner.deliveries(of: channel, in: state, limit: limit)
    }

    func deliveries(behind message: Message.ID) async throws -> [Delivery.ID] {
        try await inner.deliveries(behind: message)
    }

    func history(of delivery: Delivery.ID) async throws -> [HistoryEntry] {
        try await inner.history(of: delivery)
    }

    func deliverySums() async throws -> DeliverySums {
        try await inner.deliverySums()
    }

    func deliveryTallies() async throws -> [DeliveryTally] {
        try await inner.deliveryTallies()
    }
}
