import Foundation
import Glibc
import Model
import Storage
import StorageSQLite
import Synchronization
import Testing

@Suite("Goodwill given by many at once, in programs that are killed")
struct GoodwillCrashTests {
    /// How many replies want to give something, a multiple of 40; `WAVELENGTH_GRANTS=10000` for the long run.
    private static let count = Int(ProcessInfo.processInfo.environment["WAVELENGTH_GRANTS"] ?? "") ?? 1_000
    private static let kills = 6
    private static let cents = 100
    private static let agents = ["ann", "bob", "cy", "dora"]

    /// Four agents could give to 80 of 100 customers, but the cause bears 70.
    private static func limits(_ agent: String, _ count: Int) -> [String: Int] {
        ["agent/\(agent)": count * cents / 5, "cause/late": count * cents * 7 / 10]
    }

    @Test("the ledger adds up to zero, no cap is passed, and no grant is without its mail or mail without its grant")
    func ledgerHolds() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("store.db")
            let store = try SQLiteStore(path: path, busyTimeout: 60)
            _ = try await Gifts(store: store, limits: [:]).drafts(Self.count)
            for kill in 1...Self.kills {
                let (count, given) = (Self.count, Self.count / 20)
                async let beside = Self.rush(store, count, seed: 100 + kill, until: Self.count / 40)
                await #expect(processExitsWith: .signal(SIGKILL)) {
                    [path = path as String, count = count as Int, given = given as Int, kill = kill as Int] in
                    let store = try SQLiteStore(path: path, busyTimeout: 60)
                    try await Self.rush(store, count, seed: kill, until: given)
                    Glibc.kill(getpid(), SIGKILL)
                }
                _ = try await beside
                try await Self.expectBooks(store)
            }
            let other = try SQLiteStore(path: path, busyTimeout: 60)
            async let one = Self.rush(store, Self.count, seed: 1, until: .max)
            async let two = Self.rush(other, Self.count, seed: 2, until: .max)
            _ = try await (one, two)
            try await Self.finish(store)
            try await Self.expectBooks(store)
            // Whoever could give has given: the cause is used up to the last cent.
            #expect(try await Gifts(store: store, limits: [:]).standing() == Self.count * 7 / 10)
            try await other.close()
            try await store.close()
        }
    }

    /// Releases drafts, each agent a task in an order of its own; one in eight is taken back. Ends after `limit` gifts,
    /// while others are on their way, or when agents meet nothing but refusals.
    private static func rush(_ store: SQLiteStore, _ count: Int, seed: Int, until limit: Int) async throws {
        let given = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, agent) in agents.enumerated() {
                let gifts = Gifts(store: store, limits: limits(agent, count))
                group.addTask {
                    var refused = 0
                    for step in 0..<count where given.count < limit && refused < 10 {
                        let id = Draft.ID(rawValue: Int64((step + seed * 37 + number * count / 4) % count + 1))
                        let decision = try await gifts.give(cents, in: id, by: agent)
                        refused = decision.isOverBudget ? refused + 1 : 0
                        guard case .done(let mail) = decision else { continue }
                        given.add()
                        if step % 8 == 0 { _ = try await gifts.undo(mail) }
                    }
                }
            }
            _ = try await group.next()
            if limit == .max { try await group.waitForAll() }
            group.cancelAll()
        }
    }

    /// What was taken back is given again, as far as the accounts go.
    private static func finish(_ store: SQLiteStore) async throws {
        for agent in agents {
            let gifts = Gifts(store: store, limits: limits(agent, count))
            for id in 1...count {
                let decision = try await gifts.give(cents, in: Draft.ID(rawValue: Int64(id)), by: agent)
                if decision.isOverBudget { break }
            }
        }
    }

    private static func expectBooks(_ store: SQLiteStore) async throws {
        let gifts = Gifts(store: store, limits: [:])
        #expect(try await store.goodwillSums() == ["EUR": 0])
        #expect(try await gifts.strays() == 0)
        #expect(try await gifts.accountsThatDisagree() == 0)
        for agent in agents {
            for (account, limit) in limits(agent, count) {
                let taken = try await store.goodwillTaken(from: [account], currency: "EUR")[account]
                #expect(taken ?? .max <= limit)
            }
        }
        let sums = try await store.custody()
        #expect(sums.taken == sums.open + sums.answered)
        #expect(sums.answered == (try await gifts.standing()))
    }
}

extension Decision {
    fileprivate var isOverBudget: Bool {
        guard case .refused(let refusals) = self, case .overBudget = refusals.first else { return false }
        return true
    }
}

/// How many gifts the tasks of a program have given.
private final class Tally: Sendable {
    private let value = Mutex(0)

    var count: Int { value.withLock { $0 } }

    func add() {
        value.withLock { $0 += 1 }
    }
}
