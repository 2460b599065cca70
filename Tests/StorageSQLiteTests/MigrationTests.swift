import Crypto
import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import StorageSQLite

@Suite("Migrations")
struct MigrationTests {
    /// A step that was shipped is never edited. A new step gets a new line here.
    static let shipped: KeyValuePairs = [
        "messages": "e4084cdd6026d44b",
        "conversations": "09722cb731d151e2",
        "drafts": "4b9c160437edaf93",
        "outbox": "eb53050bac4ab396",
        "access": "4a74f6245388e16e",
        "alerts": "187ab4b364b08a6f",
        "corrections": "7eb394f262e8544b",
        "releases": "eef17e466f66cd43",
        "promises": "c436d35db135a13d",
        "limits": "a7e0d64afa4b3407",
        "goodwill": "29005b61f43b1454",
        "customers": "959b22cd67fbcc37",
        "trials": "3d3549a0f97307cb",
        "keeping": "de58ae1905ae5a5a",
        "deliveries": "f062f9b7744bc612",
        "identities": "be3382682babe6e6",
        "chats": "f0a367f37c87a857",
        "receipts": "9aacfb1703807177",
        "turns": "9112436458bf2edd",
        "copies": "7260add0121feba8",
        "chats_first": "f86088786ba64c09",
        "cursors": "51fcedc82a5b8da4",
    ]

    @Test("shipped steps stay as they are, in their order")
    func shippedStepsStay() {
        let now = Migration.all.map { migration in
            let digest = SHA256.hash(data: Data(migration.sql.utf8)).map { String(format: "%02x", $0) }.joined()
            return "\(migration.name) \(digest.prefix(16))"
        }
        #expect(now == Self.shipped.map { "\($0.key) \($0.value)" })
    }

    @Test("a database made by any earlier step opens with the newest, and keeps its messages")
    func earlierDatabasesOpen() async throws {
        for steps in 1...Migration.all.count {
            try await TemporaryFolder.with { folder in
                let path = folder.file("store.db")
                try makeDatabase(at: path, steps: steps)
                let store = try SQLiteStore(path: path)
                let message = try #require(try await store.message(Message.ID(rawValue: 1)))
                #expect(message.state == .stored)
                #expect(message.form == .mail)
                #expect(try await store.custody().taken == 1)
                #expect(try await store.alerts().isEmpty)
                try await store.close()
            }
        }
    }

    private func makeDatabase(at path: String, steps: Int) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { db in
            try db.migrate(by: Array(Migration.all.prefix(steps)))
            // By hand: the program itself writes columns that came later.
            try db.execute(
                sql: """
                    INSERT INTO message (inbox, state, circumstance, taken_at, size, sha256)
                    VALUES ('a', 'stored', 'live', 0, 2, x'00');
                    INSERT INTO raw_message (message, bytes) VALUES (1, x'0102');
                    INSERT INTO arrival (inbox, mailbox, validity, item, message, at) VALUES ('a', '', 0, '1', 1, 0);
                    INSERT INTO history (at, event, actor, message, detail) VALUES (0, 'taken', 'wavelength', 1, '');
                    """
            )
        }
        try queue.close()
    }

    @Test("a database of a newer program is refused with a sentence and left alone")
    func newerDatabaseIsRefused() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder.file("store.db")
            try await SQLiteStore(path: path).close()
            let queue = try DatabaseQueue(path: path)
            try await queue.write { try $0.execute(sql: "PRAGMA user_version = 4711") }
            try queue.close()
            let error = #expect(throws: StoreError.self) { try SQLiteStore(path: path) }
            guard case .illegal(let sentence) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(sentence.contains("newer version"))
            #expect(sentence.contains("4711"))
        }
    }
}
