import Chat
import Foundation
import Model
import Pipeline
import ServiceLifecycle
import Storage
import StorageSQLite
import Synchronization
import TestSupport
import Testing

@Suite("Taking deliveries apart")
struct DeliveryUnpackingTests {
    private static let channel = InboxName("chat")

    private let store: SQLiteStore
    private let clock = TestClock()

    init() throws {
        store = try SQLiteStore.empty()
    }

    private func unpacking(
        items: @escaping @Sendable (Delivery) async throws -> [DeliveredItem],
        mailCame: @escaping @Sendable () -> Void = {}
    ) -> DeliveryUnpacking {
        DeliveryUnpacking(
            store: store,
            items: items,
            bell: Bell(),
            mailCame: mailCame,
            now: { [clock] in clock.now },
            logger: HelpDesk.logger
        )
    }

    /// Deliveries whose bodies are their keys.
    private func deliver(_ keys: String...) async throws -> [Delivery.ID] {
        let deliveries = keys.map { key in
            NewDelivery(
                channel: Self.channel,
                request: ReceivedRequest(url: "https://shop.example/", body: [UInt8](key.utf8)),
                identity: .key(key)
            )
        }
        let accepted = try await store.accept(deliveries, advancing: nil, at: clock.now)
        return accepted.compactMap { acceptance -> Delivery.ID? in
            if case .new(let id) = acceptance { id } else { nil }
        }
    }

    private static func chat(_ id: String, text: String = "Where is it?", sentAt: Date? = nil) -> ChatMessage {
        ChatMessage(
            id: id,
            place: ChatPlace(chat: "C1"),
            person: ChatPerson(id: "U1", name: "Ada"),
            sentAt: sentAt,
            text: text
        )
    }

    /// One chat message a delivery, with the delivery's body as its number.
    @Sendable private static func oneMessage(_ delivery: Delivery) -> [DeliveredItem] {
        [.message(chat(String(decoding: delivery.request.body, as: UTF8.self)))]
    }

    private func unread() async throws -> [UnreadMessage] {
        try await store.claimUnread(limit: 99, attempts: 9, at: clock.now)
    }

    @Test("chat and mail become messages of their form, with their origin, and the reader is told")
    func taken() async throws {
        let id = try await deliver("d")[0]
        let sentAt = clock.now.addingTimeInterval(-60)
        let chat = Self.chat("m1", sentAt: sentAt)
        let mail = [UInt8]("Subject: a\r\n\r\nb".utf8)
        let told = Mutex(0)
        let unpacking = unpacking { _ in
            [.message(chat), .notice("somebody joined"), .mail(id: "m2", raw: mail)]
        } mailCame: {
            told.withLock { $0 += 1 }
        }
        #expect(await unpacking.unpackWaiting() == 1)
        #expect(await unpacking.unpackWaiting() == 0)
        #expect(told.withLock { $0 } == 1)
        let unread = try await unread()
        #expect(unread.map(\.form) == [.chat, .mail])
        #expect(unread.map(\.raw) == [chat.bytes, mail])
        #expect(unread.map(\.sourceDate) == [sentAt, clock.now])
        #expect(unread.map(\.circumstance) == [.live, .live])
        #expect(try await store.items(inbox: Self.channel, mailbox: "", validity: 0) == ["m1", "m2"])
        let delivery = try await #require(store.delivery(id))
        #expect((delivery.state, delivery.outcome) == (.unpacked, "2 messages; somebody joined"))
        #expect(try await store.deliveries(behind: unread[0].id) == [id])
    }

    @Test(
        "what was in a delivery is said in one line",
        arguments: [
            ([], "0 messages"), ([.notice("a receipt")], "a receipt"), ([.message(chat("1"))], "1 message"),
            ([.notice("a"), .message(chat("1")), .notice("b"), .notice("a")], "1 message; a; b"),
            ((1...9).map { .notice("\($0)") }, "1; 2; 3; 4; 5"),
        ] as [([DeliveredItem], String)]
    )
    func outcome(items: [DeliveredItem], outcome: String) {
        let delivery = Delivery(
            id: Delivery.ID(rawValue: 1),
            channel: Self.channel,
            state: .received,
            receivedAt: clock.now,
            request: ReceivedRequest(url: ""),
            key: nil
        )
        #expect(UnpackedDelivery(delivery, items: items, at: clock.now).outcome == outcome)
    }

    @Test("messages that are older than a day are no news", arguments: [(23.0, Circumstance.live), (25, .backfill)])
    func circumstance(hours: Double, circumstance: Circumstance) async throws {
        _ = try await deliver("d")
        let sentAt = clock.now.addingTimeInterval(-hours * 3_600)
        let unpacking = unpacking { _ in [.message(Self.chat("1", sentAt: sentAt))] }
        #expect(await unpacking.unpackWaiting() == 1)
        #expect(try await unread().map(\.circumstance) == [circumstance])
    }

    @Test("a delivery that nobody can take apart is parked with the reason, and the others go on")
    func unreadable() async throws {
        let ids = try await deliver("a", "b", "c")
        let unpacking = unpacking { delivery in
            if delivery.id == ids[1] { throw UnpackError("The member “text” is missing.") }
            return Self.oneMessage(delivery)
        }
        #expect(await unpacking.unpackWaiting() == 3)
        let custody = try await store.custody()
        #expect((custody.taken, custody.open, custody.parked, custody.waitingDeliveries) == (3, 2, 1, 0))
        let parked = try await #require(store.parked(limit: 9).first)
        #expect(parked.form == .delivery)
        #expect(parked.state == .parked(ParkReason(.unreadable, "The member “text” is missing.")))
        #expect(try await store.deliveries(behind: parked.id) == [ids[1]])
        // Settings were put right, and a person runs it again.
        let delivery = try await #require(store.delivery(ids[1]))
        let again = UnpackedDelivery(delivery, items: Self.oneMessage(delivery), at: clock.now)
        _ = try await store.unpack([again], at: clock.now)
        #expect(try await store.custody().open == 3)
        #expect(try await store.custody().parked == 0)
    }

    @Test("what a delivery says under a number that another delivery has used is news")
    func contradicting() async throws {
        for body in ["a", "b"] {
            let new = NewDelivery(
                channel: Self.channel,
                request: ReceivedRequest(url: "", body: [UInt8](body.utf8)),
                identity: .key("k")
            )
            _ = try await store.accept([new], advancing: nil, at: clock.now)
        }
        let unpacking = unpacking { delivery in
            [
                .message(Self.chat("1", text: delivery.contradicts == nil ? "Yes." : "No.")),
                .message(Self.chat("2")),
            ]
        }
        #expect(await unpacking.unpackWaiting() == 2)
        let unread = try await unread()
        #expect(try unread.map { try ChatMessage(bytes: $0.raw).text } == ["Yes.", "Where is it?", "No."])
        #expect(try await store.history(of: unread[2].id).map(\.event) == [.taken, .contradicted])
        let items = try await store.items(inbox: Self.channel, mailbox: "", validity: 0)
        #expect(items == ["1", "2", "1#2", "2#2"])
    }

    @Test("what a stop left in the middle is taken apart by the next start, and nothing twice")
    func restart() async throws {
        _ = try await deliver("a", "b", "c")
        _ = try await store.claimDeliveries(limit: 9, attempts: 3, at: clock.now)
        let unpacking = unpacking(items: Self.oneMessage)
        while await unpacking.unpackWaiting() > 0 {}
        #expect(try await store.custody().taken == 3)
        #expect(try await store.custody().waitingDeliveries == 0)
    }

    @Test("a stop is heeded between two deliveries; the rest comes as if it had not been handed out")
    func stop() async throws {
        let ids = try await deliver("a", "b", "c", "d")
        let running = Mutex<ServiceGroup?>(nil)
        let unpacking = unpacking { delivery in
            if delivery.id == ids[1] {
                await running.withLock { $0 }?.triggerGracefulShutdown()
                try await eventually("the worker knows of the stop", that: { Task.isShuttingDownGracefully })
            }
            return Self.oneMessage(delivery)
        }
        let group = ServiceGroup(services: [unpacking], logger: HelpDesk.logger)
        running.withLock { $0 = group }
        try await group.run()
        let left = try await store.claimDeliveries(limit: 9, attempts: 1, at: clock.now)
        #expect(left.map(\.id) == Array(ids[2...]))
        #expect(try await store.custody().taken == 2)
    }

    @Test("a task that is cancelled writes what it took apart and gives the rest back")
    func cancelled() async throws {
        let ids = try await deliver("a", "b", "c", "d")
        let running = Mutex<Task<Int, Never>?>(nil)
        let unpacking = unpacking { delivery in
            if delivery.id == ids[1] { running.withLock { $0?.cancel() } }
            return Self.oneMessage(delivery)
        }
        let task = running.withLock { running in
            let task = Task { await unpacking.unpackWaiting() }
            running = task
            return task
        }
        _ = await task.value
        let left = try await store.claimDeliveries(limit: 9, attempts: 1, at: clock.now)
        #expect(left.map(\.id) == Array(ids[2...]))
    }

    @Test("while senders wait for the store it takes smaller groups")
    func pressed() async throws {
        let pressed = Mutex(true)
        let unpacking = DeliveryUnpacking(
            store: store,
            items: Self.oneMessage,
            bell: Bell(),
            mailCame: {},
            isPressed: { pressed.withLock { $0 } },
            limits: DeliveryUnpacking.Limits(group: 4, pressedGroup: 2),
            now: { [clock] in clock.now },
            logger: HelpDesk.logger
        )
        _ = try await deliver("a", "b", "c", "d", "e", "f", "g")
        #expect(await unpacking.unpackWaiting() == 2)
        pressed.withLock { $0 = false }
        #expect(await unpacking.unpackWaiting() == 4)
        #expect(await unpacking.unpackWaiting() == 1)
    }

    @Test("a running service takes apart what comes, at once when it is told")
    func service() async throws {
        let bell = Bell()
        let unpacking = DeliveryUnpacking(
            store: store,
            items: Self.oneMessage,
            bell: bell,
            mailCame: {},
            now: { [clock] in clock.now },
            logger: HelpDesk.logger
        )
        let group = ServiceGroup(services: [unpacking], logger: HelpDesk.logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for key in ["a", "b", "c"] {
                _ = try await deliver(key)
                bell.ring()
            }
            try await eventually("all are taken") { try await store.custody().taken == 3 }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}
