import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import StorageSQLite

@Suite("The books of goodwill")
struct GoodwillLedgerTests {
    /// A store in which 500 of 800 were taken from one account.
    private func storeWithGrant() async throws -> SQLiteStore {
        let store = try SQLiteStore.empty()
        let gifts = Gifts(store: store, limits: ["agent": 800])
        let drafts = try await gifts.drafts(1)
        _ = try await gifts.give(500, in: drafts[0], by: "ann")
        return store
    }

    @Test("a grant is posted once to what it was given from, and what is left over goes back")
    func postings() async throws {
        let store = try SQLiteStore.empty()
        let gifts = Gifts(store: store, limits: ["agent": 800, "cause": 900])
        _ = try await gifts.give(500, in: gifts.drafts(1)[0], by: "ann")
        let balances = try await store.read { db in
            try db.rows("SELECT account, sum(amount) AS sum FROM goodwill_posting GROUP BY account ORDER BY account")
                .map { "\(try $0.text("account")) \(try $0.int("sum"))" }
        }
        #expect(balances == ["agent 300", "budget -1200", "cause 400", "given 500"])
        #expect(try await gifts.accountsThatDisagree() == 0)
    }

    @Test(
        "the engine itself refuses what would falsify the books",
        arguments: [
            "UPDATE goodwill_posting SET amount = 0", "DELETE FROM goodwill_posting",
            "UPDATE goodwill_transaction SET offer = ''", "DELETE FROM goodwill_transaction",
            "DELETE FROM goodwill_account", "INSERT INTO goodwill_balanced (sum) VALUES (1)",
            "INSERT INTO goodwill_posting (entry, account, currency, amount) VALUES (1, 'given', 'EUR', 5)",
            "INSERT INTO goodwill_posting (entry, account, currency, amount) VALUES (1, 'given', 'USD', 0)",
            """
            INSERT INTO goodwill_posting (entry, account, currency, amount)
            VALUES (1, 'agent', 'EUR', -301), (1, 'given', 'EUR', 301)
            """,
            """
            INSERT INTO goodwill_transaction (kind, currency, outgoing, reverses, by, at)
            VALUES ('reversal', 'EUR', 1, 2, '', 0), ('reversal', 'EUR', 1, 2, '', 0)
            """,
        ]
    )
    func booksAreKept(_ statement: String) async throws {
        let store = try await storeWithGrant()
        await #expect(throws: StoreError.self) { try await store.write { try $0.run(statement) } }
        #expect(try await store.goodwillTaken(from: ["agent"], currency: "EUR") == ["agent": 500])
        #expect(try await store.goodwillSums() == ["EUR": 0])
        try await store.close()
    }

    @Test("postings that move money between accounts with enough on them are taken")
    func balancedPostings() async throws {
        let store = try await storeWithGrant()
        let statement = """
            INSERT INTO goodwill_posting (entry, account, currency, amount)
            VALUES (1, 'agent', 'EUR', -300), (1, 'given', 'EUR', 300)
            """
        try await store.write { try $0.run(statement) }
        #expect(try await store.goodwillSums() == ["EUR": 0])
        try await store.close()
    }
}
