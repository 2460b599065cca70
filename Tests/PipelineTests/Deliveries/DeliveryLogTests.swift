import Foundation
import Model
import Pipeline
import Storage
import StorageSQLite
import Synchronization
import TestSupport
import Testing

@Suite("Deliveries on their way into the store")
struct DeliveryLogTests {
    private static let channel = InboxName("chat")
    private static let at = TestClock.start

    private let store: SQLiteStore
    private let gate = Gate()
    /// The sizes of the groups that were committed.
    private let groups = Groups()

    private final class Groups: Sendable {
        private let sizes = Mutex<[Int]>([])

        var all: [Int] { sizes.withLock { $0 } }

        func add(_ size: Int) {
            sizes.withLock { $0.append(size) }
        }
    }

    init() throws {
        store = try SQLiteStore.empty()
    }

    private func log(
        _ limits: DeliveryLog.Limits = DeliveryLog.Limits(),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) -> DeliveryLog {
        DeliveryLog(limits: limits, now: now) { [store, gate, groups] deliveries in
            groups.add(deliveries.count)
            await gate.pass()
            return try await store.accept(deliveries, advancing: nil, at: Self.at)
        }
    }

    private func delivery(_ key: String, body: String = "{}") -> NewDelivery {
        NewDelivery(
            channel: Self.channel,
            request: ReceivedRequest(url: "https://shop.example/channels/chat", body: [UInt8](body.utf8)),
            identity: .key(key)
        )
    }

    /// Leaves one delivery in the middle of its commit, and so many waiting behind it.
    private func begin(_ count: Int, on log: DeliveryLog) async throws -> [Task<DeliveryAcceptance, any Error>] {
        var tasks: [Task<DeliveryAcceptance, any Error>] = []
        for number in 0...count {
            let new = delivery("\(number)")
            tasks.append(Task { try await log.accept(new) })
            if number == 0 { try await eventually("a commit begins") { gate.waiting == 1 } }
        }
        try await eventually("they wait") { await log.waiting == count }
        return tasks
    }

    @Test("what comes while a commit runs is committed together, and each sender hears of its own")
    func grouped() async throws {
        let log = log()
        let tasks = try await begin(99, on: log)
        gate.open()
        for (number, task) in tasks.enumerated() {
            guard case .new(let id) = try await task.value else {
                Issue.record("not new")
                continue
            }
            #expect(try await store.delivery(id)?.key == "\(number)")
        }
        #expect(groups.all == [1, 99])
    }

    @Test("it is pressed while somebody waits for a commit")
    func pressed() async throws {
        let log = log()
        #expect(!log.isPressed)
        let tasks = try await begin(3, on: log)
        #expect(log.isPressed)
        gate.open()
        for task in tasks { _ = try await task.value }
        try await eventually("the last commit is over") { !log.isPressed }
    }

    @Test("it is crowded from the moment in which eight are committed together, for two seconds")
    func crowded() async throws {
        let start = ContinuousClock.now
        let passed = Mutex(Duration.zero)
        let log = log { start + passed.withLock { $0 } }
        for (count, isCrowded) in [(7, false), (8, true)] {
            gate.close()
            let tasks = try await begin(count, on: log)
            gate.open()
            for task in tasks { _ = try await task.value }
            #expect(log.isCrowded == isCrowded, "\(count) together")
        }
        for (later, isCrowded) in [(0, true), (1_999, true), (2_000, false), (9_000, false)] {
            passed.withLock { $0 = .milliseconds(later) }
            #expect(log.isCrowded == isCrowded, "\(later) ms later")
        }
    }

    @Test("a group has its bound in number")
    func bounds() async throws {
        let many = log(DeliveryLog.Limits(group: 10))
        let tasks = try await begin(25, on: many)
        gate.open()
        for task in tasks { _ = try await task.value }
        #expect(groups.all == [1, 10, 10, 5])
    }

    @Test("a group has its bound in octets, and what is larger goes alone")
    func octets() async throws {
        let log = log(DeliveryLog.Limits(octets: 100))
        var tasks = try await begin(0, on: log)
        for (number, size) in [60, 40, 1, 500, 99].enumerated() {
            let new = delivery("size \(number)", body: String(repeating: "x", count: size))
            tasks.append(Task { try await log.accept(new) })
            try await eventually("it waits") { await log.waiting == number + 1 }
        }
        gate.open()
        for task in tasks { _ = try await task.value }
        #expect(groups.all == [1, 2, 1, 1, 1])
    }

    @Test("what the store cannot take goes back to every sender of the group, and the next group is tried anew")
    func failure() async throws {
        let tries = Mutex(0)
        let log = DeliveryLog { [store, gate] deliveries in
            let number = tries.withLock { number in
                number += 1
                return number
            }
            await gate.pass()
            if number == 2 { throw StoreError.cannotWrite("the disk is full") }
            return try await store.accept(deliveries, advancing: nil, at: Self.at)
        }
        let tasks = try await begin(5, on: log)
        gate.open()
        #expect(try await tasks[0].value == .new(Delivery.ID(rawValue: 1)))
        for task in tasks[1...] {
            await #expect(throws: StoreError.cannotWrite("the disk is full")) { try await task.value }
        }
        #expect(try await log.accept(delivery("1")) == .new(Delivery.ID(rawValue: 2)))
    }

    @Test("what no room is left for is put off, and taken once there is room")
    func backlog() async throws {
        let log = log(DeliveryLog.Limits(waiting: 10))
        let tasks = try await begin(5, on: log)
        let error = await #expect(throws: StoreError.self) { try await log.accept(delivery("late")) }
        #expect(error?.isTransient == true)
        gate.open()
        for task in tasks { _ = try await task.value }
        #expect(try await log.accept(delivery("late")) == .new(Delivery.ID(rawValue: 7)))
    }

    @Test("a sender that goes away changes nothing: its delivery is durable or was never taken")
    func cancelled() async throws {
        let log = log()
        let tasks = try await begin(3, on: log)
        for task in tasks { task.cancel() }
        gate.open()
        for task in tasks { _ = try await task.value }
        #expect(try await store.deliveries(of: Self.channel, in: .received, limit: 9).count == 4)
    }

    @Test("two thousand deliveries from forty senders, each sent twice, are stored once each")
    func burst() async throws {
        gate.open()
        let log = log()
        let answers = try await withThrowingTaskGroup(of: [DeliveryAcceptance].self) { group in
            for sender in 0..<40 {
                group.addTask {
                    var answers: [DeliveryAcceptance] = []
                    for number in 0..<100 {
                        // The second half repeats the first.
                        answers.append(try await log.accept(delivery("\(sender)-\(number % 50)")))
                    }
                    return answers
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let new = answers.filter { if case .new = $0 { true } else { false } }
        let known = answers.filter { if case .known = $0 { true } else { false } }
        #expect((new.count, known.count) == (2_000, 2_000))
        #expect(try await store.custody().waitingDeliveries == 2_000)
    }
}
