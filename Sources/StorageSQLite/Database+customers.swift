import Foundation
import GRDB
import Model

extension Database {
    func customer(
        _ person: String,
        vouched: String?,
        in inbox: InboxName,
        besides conversation: Conversation.ID?
    ) throws -> CustomerRecord {
        let addresses = try addresses(of: person, vouched: vouched)
        let isLinked = addresses.count > 1
        let people = try JSONColumn.encode(addresses.map(\.column))
        let who: StatementArguments = isLinked ? [people] : [inbox.column, person.column]
        let conversations = isLinked ? Self.linkedConversations : Self.conversations
        let broken = isLinked ? Self.linkedBrokenPromises : Self.brokenPromises
        let recoveries = isLinked ? Self.linkedRecoveries : Self.recoveries
        return CustomerRecord(
            formality: try formality(of: people),
            earlierConversations: try Int(number(conversations, who + [conversation?.rawValue]) ?? 0),
            brokenPromises: try Int(number(broken, who) ?? 0),
            recoveries: try numbers(recoveries, who).map(Date.init(microseconds:))
        )
    }

    static let conversations = """
        SELECT count(*) FROM conversation WHERE inbox = ? AND person = ? AND id IS NOT ?
        """

    static let brokenPromises = """
        SELECT count(*) FROM conversation CROSS JOIN promise ON promise.conversation = conversation.id
        WHERE conversation.inbox = ? AND conversation.person = ? AND +promise.state = 'broken'
        """

    static let recoveries = """
        SELECT released.at FROM conversation CROSS JOIN released ON released.conversation = conversation.id
        WHERE conversation.inbox = ? AND conversation.person = ? AND released.recovers = 1 AND released.taken_back = 0
        ORDER BY released.at DESC
        """

    static let linkedConversations = """
        SELECT count(*) FROM json_each(?) CROSS JOIN conversation ON person = value WHERE conversation.id IS NOT ?
        """

    static let linkedBrokenPromises = """
        SELECT count(*) FROM json_each(?) CROSS JOIN conversation ON person = value
        CROSS JOIN promise ON promise.conversation = conversation.id
        WHERE +promise.state = 'broken'
        """

    static let linkedRecoveries = """
        SELECT released.at FROM json_each(?) CROSS JOIN conversation ON person = value
        CROSS JOIN released ON released.conversation = conversation.id
        WHERE released.recovers = 1 AND released.taken_back = 0
        ORDER BY released.at DESC
        """

    /// The last word on any of the addresses, a list in JSON.
    private func formality(of people: String) throws -> Formality? {
        try row(Self.formality, [people])?.word(Formality.self, "formality")
    }

    static let formality = """
        SELECT formality FROM json_each(?) CROSS JOIN customer_formality ON person = value
        ORDER BY customer_formality.at DESC LIMIT 1
        """

    func setFormality(_ formality: Formality, of person: String, by: String, at: Date) throws {
        try run(
            """
            INSERT INTO customer_formality (person, formality, by, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (person) DO UPDATE SET formality = excluded.formality, by = excluded.by, at = excluded.at
            """,
            [person.column, formality.rawValue, by.column, at.microseconds]
        )
    }

    func conversations(
        of person: String,
        besides conversation: Conversation.ID?,
        limit: Int
    ) throws -> [CustomerConversation] {
        let people = try JSONColumn.encode(addresses(of: person).map(\.column))
        return try rows(Self.conversationsOfPeople, [people, conversation?.rawValue, limit]).map { row in
            CustomerConversation(
                conversation: try Conversation(row: row),
                lastMessageAt: try row.date("last_message_at"),
                isOpen: try row.decode(Bool.self, forColumn: "is_open")
            )
        }
    }

    static let conversationsOfPeople = """
        SELECT conversation.*, EXISTS (
            SELECT 1 FROM message WHERE message.state = 'open' AND message.conversation = conversation.id
        ) AS is_open
        FROM json_each(?) CROSS JOIN conversation ON person = value WHERE conversation.id IS NOT ?
        ORDER BY last_message_at DESC LIMIT ?
        """
}
