import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import StorageSQLite

@Suite("Two programs at one file, and files that cannot be used")
struct SharingTests {
    private func arrival(_ number: Int) -> Arrival {
        Arrival(
            origin: Origin(inbox: InboxName("support"), item: String(number)),
            raw: [UInt8]("\(number)".utf8),
            circumstance: .live
        )
    }

    @Test("each sees what the other wrote, and its change counter moves")
    func twoStores() async throws {
        try await TemporaryFolder.with { folder in
            let one = try SQLiteStore(path: folder.file("store.db"))
            let two = try SQLiteStore(path: folder.file("store.db"))
            let before = try await two.changeCounter()
            let own = try await one.changeCounter()
            _ = try await one.take([arrival(1)], advancing: nil, at: .now)
            #expect(try await two.changeCounter() != before)
            #expect(try await one.changeCounter() == own)
            let taken = try await two.take([arrival(1), arrival(2)], advancing: nil, at: .now)
            #expect(taken.map(\.isNew) == [false, true])
            try await one.close()
            try await two.close()
        }
    }

    @Test("many programs may open a new file at once")
    func openingAtOnce() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("store.db")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        let store = try SQLiteStore(path: path)
                        _ = try await store.take([arrival(number)], advancing: nil, at: .now)
                        try await store.close()
                    }
                }
                try await group.waitForAll()
            }
            let store = try SQLiteStore(path: path)
            #expect(try await store.custody().taken == 6)
            try await store.close()
        }
    }

    @Test("a writer that waits for too long is told busy, and may try again")
    func busy() async throws {
        try await TemporaryFolder.with { folder in
            let store = try SQLiteStore(path: folder.file("store.db"), busyTimeout: 0.01)
            let other = try DatabaseQueue(path: folder.file("store.db"))
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            let error = await #expect(throws: StoreError.self) {
                try await store.take([arrival(1)], advancing: nil, at: .now)
            }
            guard case .busy = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try await store.custody().taken == 0)
            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            #expect(try await store.take([arrival(1)], advancing: nil, at: .now).count == 1)
            try await store.close()
        }
    }

    @Test("a file that is no database is damaged")
    func damaged() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("store.db")
            try Data(repeating: 7, count: 5_000).write(to: URL(filePath: path))
            let error = #expect(throws: StoreError.self) { try SQLiteStore(path: path) }
            #expect(error?.isTransient == false)
            guard case .damaged = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("a folder that is not there, or a full store, cannot be written")
    func cannotWrite() async throws {
        try await TemporaryFolder.with { folder in
            let missing = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.file("none/store.db")) }
            guard case .cannotWrite = missing else {
                Issue.record("\(String(describing: missing))")
                return
            }
            let store = try SQLiteStore(path: folder.file("store.db"))
            try await store.write { try $0.execute(sql: "PRAGMA max_page_count = 1") }
            var big = arrival(1)
            big.raw = [UInt8](repeating: 0, count: 4_000_000)
            let full = await #expect(throws: StoreError.self) { try await store.take([big], advancing: nil, at: .now) }
            guard case .cannotWrite = full else {
                Issue.record("\(String(describing: full))")
                return
            }
            #expect(full?.isTransient == true)
            #expect(try await store.custody().taken == 0)
            try await store.close()
        }
    }
}
