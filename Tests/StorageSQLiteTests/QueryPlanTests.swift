import GRDB
import Model
import Testing

@testable import StorageSQLite

@Suite("Query plans")
struct QueryPlanTests {
    static let hot: [String] = [
        Database.unreadMessages, Database.oldestUnread, Database.saidBefore, Database.among, Database.stoppable,
        Database.chatMessages, Database.shownReplies,
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
        Database.byPersonAndSubject, Database.dueMail, Database.openCopies, Database.nextDueTime,
        Database.uncertainByIdentifier,
        Database.lastLanguage, Database.sentByIdentifier, Database.earlierOccasion, Database.openByDue,
        Database.keptByReply, Database.nextReply, Database.promiseSpans, Database.tallies, Database.dueToFollow,
        Database.overdue, Database.untoldDelays,
        Database.untoldSuccesses, Database.untoldEndings, Database.pendingNews, Database.told, Database.toldAnew,
        Database.goodwillAccount, Database.grants,
        Database.conversations, Database.brokenPromises, Database.recoveries, Database.drafted,
        Database.linkedConversations, Database.linkedBrokenPromises, Database.linkedRecoveries, Database.formality,
        Database.linkedAddresses, Database.linksAmong, Database.linksOf, Database.everLinked, Database.newestOfPerson,
        Database.conversationsOfPeople, Database.contradictions,
        Database.deliveryByBytes, Database.deliveryByKeyAndBytes, Database.firstDeliveryByKey,
        Database.waitingDeliveries, Database.waitingDeliveryCount, Database.oldestWaiting, Database.newestDeliveries,
        Database.contradictionsOfChannel, Database.lostPart, Database.replyByNumber, Database.replyByName,
        Database.deliveriesBehind, Database.movesSecondArrivals,
        "SELECT * FROM history WHERE delivery = 1 ORDER BY id",
        "SELECT * FROM promise WHERE conversation = 1 ORDER BY id",
        "SELECT * FROM promise WHERE outgoing = 1 AND state <> 'withdrawn' ORDER BY id",
        "SELECT * FROM promise WHERE settled_by = 1 ORDER BY id",
        "SELECT * FROM follow_up WHERE planned_by = 1 AND state = 'waiting'",
        "UPDATE OR IGNORE follow_up SET state = 'waiting', draft = NULL WHERE draft = 1",
        "UPDATE limit_told SET ending = NULL WHERE ending = 1",
        "SELECT by FROM endorsement WHERE draft = 1 AND version = 1",
        "SELECT account, amount FROM goodwill_posting WHERE entry = 1",
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
        let tables = [
            "message", "outgoing", "draft", "history", "conversation", "arrival", "promise", "follow_up", "occasion",
            "endorsement", "released", "limit_told", "goodwill_transaction", "goodwill_posting", "goodwill_account",
            "other", "delivery", "delivered", "raw_delivery", "sent_part", "receipt", "identity_link",
            "customer_formality",
        ]
        // An index that holds no more than what is asked for is read whole.
        let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.hasSuffix("USING INDEX promise_overdue") }
        for table in tables {
            #expect(!scans.contains { $0.hasPrefix("SCAN \(table)") }, "\(plan)")
        }
        try await store.close()
    }

    private static func parameters(of sql: String) -> Int {
        let numbered = (1...9).last { sql.contains("?\($0)") }
        return numbered ?? sql.count { $0 == "?" }
    }
}
