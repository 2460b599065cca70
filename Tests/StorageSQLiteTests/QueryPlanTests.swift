import GRDB
import Model
import Testing

@testable import StorageSQLite

@Suite("Query plans")
struct QueryPlanTests {
    static let hot: [String] = [
        "SELECT id, attempts FROM message WHERE unread = 1 ORDER BY taken_at, id LIMIT 5",
        "SELECT id, coalesce(same_as, id) AS owner FROM message WHERE inbox = 'a' AND sha256 = x''",
        "SELECT id FROM message WHERE identity = 'a'",
        "SELECT count(*) FROM message WHERE state = 'open'",
        "SELECT id FROM message WHERE answered_by = 1 ORDER BY id",
        "SELECT count(*) FROM history WHERE event = 'taken'",
        "SELECT * FROM history WHERE message = 1 ORDER BY id",
        "SELECT id FROM draft WHERE message = 1 AND state = 'pending'",
        "\(Message.select) WHERE conversation = 1 ORDER BY message.id",
        "\(Message.select) WHERE state = 'parked' ORDER BY message.id DESC LIMIT 5",
        "\(OutgoingMail.select) WHERE conversation = 1 ORDER BY id",
        "\(OutgoingMail.select) WHERE state = 'sent' ORDER BY id DESC LIMIT 5",
        "\(Draft.select) WHERE draft.conversation = 1 AND draft.state = 'pending'",
        Database.waitingConversations, Database.waitingCount, Database.newestOpenMessage, Database.byIdentifier,
        Database.byPersonAndSubject, Database.dueMail, Database.nextDueTime, Database.uncertainByIdentifier,
        Database.lastLanguage,
    ]

    @Test("hot queries search by an index and never scan a table", arguments: hot)
    func searches(_ sql: String) async throws {
        let store = try SQLiteStore.empty()
        let plan = try await store.read { db in
            let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
            let unknown = StatementArguments(Array(repeating: Int64?.none, count: Self.parameters(of: sql)))
            return try Row.fetchAll(statement, arguments: unknown).map { $0["detail"] as String }
        }
        #expect(!plan.isEmpty)
        for table in ["message", "outgoing", "draft", "history", "conversation", "arrival"] {
            #expect(!plan.contains { $0.hasPrefix("SCAN \(table)") }, "\(plan)")
        }
        try await store.close()
    }

    private static func parameters(of sql: String) -> Int {
        sql.contains("?1") ? 1 : sql.count { $0 == "?" }
    }
}
