import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import StorageSQLite

@Suite("What is on the disk")
struct DurabilityTests {
    private static let inbox = InboxName("support")

    private func arrivals(_ numbers: ClosedRange<Int>) -> [Arrival] {
        numbers.map { number in
            Arrival(
                origin: Origin(inbox: Self.inbox, mailbox: "INBOX", validity: 1, item: String(number)),
                raw: [UInt8]("message \(number)".utf8) + [UInt8](repeating: 65, count: 3_000),
                circumstance: .backfill
            )
        }
    }

    private func cursor(_ uid: Int) -> Model.Cursor {
        Model.Cursor(
            inbox: Self.inbox,
            mailbox: "INBOX",
            validity: 1,
            uid: UInt32(uid),
            firstConnected: Date(timeIntervalSince1970: 0)
        )
    }

    @Test("every commit waits for the disk: write-ahead log, synchronous FULL, foreign keys on")
    func commitsAreDurable() async throws {
        try await TemporaryFolder.with { folder in
            let store = try SQLiteStore(path: folder.file("store.db"))
            let settings = try await store.database.writeWithoutTransaction { db in
                try ["journal_mode", "synchronous", "foreign_keys"].map { name in
                    try String.fetchOne(db, sql: "SELECT CAST(\(name) AS TEXT) FROM pragma_\(name)")
                }
            }
            #expect(settings == ["wal", "2", "1"])
            try await store.close()
        }
    }

    @Test("only the owner may read the file")
    func fileIsPrivate() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("store.db")
            let store = try SQLiteStore(path: path)
            for name in [path, path + "-wal"] {
                let mode = try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
            try await store.close()
        }
    }

    /// What a killed program leaves is the files as they are: copies of them, taken between and during commits, with
    /// the log cut at any byte, must open with the cursor exactly as far as the messages are.
    @Test("a copy of the files at any moment, its log cut anywhere, has every message the cursor has passed")
    func cutLogsAreWhole() async throws {
        try await TemporaryFolder.with { folder in
            let store = try SQLiteStore(path: folder.file("store.db"))
            for batch in 0..<8 {
                let numbers = (batch * 10 + 1)...(batch * 10 + 10)
                _ = try await store.take(arrivals(numbers), advancing: cursor(numbers.upperBound), at: .now)
            }
            let database = try Data(contentsOf: URL(filePath: folder.file("store.db")))
            let log = try Data(contentsOf: URL(filePath: folder.file("store.db-wal")))
            var generator = SystemRandomNumberGenerator()
            var reached: Set<UInt32> = []
            for round in 0..<40 {
                let cut = round == 0 ? log.count : Int.random(in: 0...log.count, using: &generator)
                let copy = folder.file("copy-\(round).db")
                try database.write(to: URL(filePath: copy))
                try log.prefix(cut).write(to: URL(filePath: copy + "-wal"))
                reached.insert(try await uidReached(in: copy, cut: cut))
            }
            #expect(reached.contains(80))
            #expect(reached.count > 1)
            try await store.close()
        }
    }

    private func uidReached(in path: String, cut: Int) async throws -> UInt32 {
        let store = try SQLiteStore(path: path)
        let uid = try await store.cursor(inbox: Self.inbox, mailbox: "INBOX")?.uid ?? 0
        let items = try await store.items(inbox: Self.inbox, mailbox: "INBOX", validity: 1)
        #expect(items.count == Int(uid), "cut at \(cut)")
        let sums = try await store.custody()
        #expect(sums.taken == Int(uid))
        #expect(sums.taken == sums.open + sums.answered + sums.parked)
        try await store.close()
        return uid
    }

    @Test("the engine itself refuses to delete or change a delivery, its bytes and what came in it")
    func deliveriesAreKeptByTriggers() async throws {
        let store = try SQLiteStore.empty()
        let new = NewDelivery(
            channel: Self.inbox,
            request: ReceivedRequest(url: "https://us.example/channels/support", body: [1]),
            identity: .key("a")
        )
        _ = try await store.accept([new], advancing: nil, at: .now)
        let unpacked = UnpackedDelivery(delivery: Delivery.ID(rawValue: 1), arrivals: arrivals(1...1), outcome: "1")
        _ = try await store.unpack([unpacked], at: .now)
        for statement in [
            "DELETE FROM delivery", "UPDATE delivery SET key = 'b'", "UPDATE delivery SET channel = 'b'",
            "UPDATE delivery SET state = 'received', outcome = NULL", "DELETE FROM raw_delivery",
            "UPDATE raw_delivery SET bytes = x'00'", "UPDATE raw_delivery SET url = ''", "DELETE FROM delivered",
            "UPDATE delivered SET message = 2",
        ] {
            let error = await #expect(throws: StoreError.self, "\(statement)") {
                try await store.write { try $0.run(statement) }
            }
            #expect(error?.isTransient == false)
        }
        #expect(try await store.delivery(unpacked.delivery)?.key == "a")
    }

    @Test("the engine itself refuses to delete a message, or to change its bytes or its history")
    func custodyIsKeptByTriggers() async throws {
        let store = try SQLiteStore.empty()
        _ = try await store.take(arrivals(1...1), advancing: nil, at: .now)
        for statement in [
            "DELETE FROM message", "DELETE FROM raw_message", "UPDATE raw_message SET bytes = x'00'",
            "DELETE FROM history", "UPDATE history SET detail = ''",
        ] {
            let error = await #expect(throws: StoreError.self) { try await store.write { try $0.run(statement) } }
            #expect(error?.isTransient == false)
        }
        #expect(try await store.custody().taken == 1)
    }
}
