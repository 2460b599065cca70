import Foundation
import GRDB
import Model

extension Database {
    func customer(
        _ person: String,
        in inbox: InboxName,
        besides conversation: Conversation.ID?
    ) throws -> CustomerRecord {
        let who: StatementArguments = [inbox.column, person.column]
        return CustomerRecord(
            formality: try formality(of: person),
            earlierConversations: try Int(number(Self.conversations, who + [conversation?.rawValue]) ?? 0),
            brokenPromises: try Int(number(Self.brokenPromises, who) ?? 0),
            recoveries: try numbers(Self.recoveries, who).map(Date.init(microseconds:))
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

    private func formality(of person: String) throws -> Formality? {
        try row("SELECT formality FROM customer_formality WHERE person = ?", [person.column])?
            .word(Formality.self, "formality")
    }

    func setFormality(_ formality: Formality, of person: String, by: String, at: Date) throws {
        try run(
            """
            INSERT INTO customer_formality (person, formality, by, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (person) DO UPDATE SET formality = excluded.formality, by = excluded.by, at = excluded.at
            """,
            [person.column, formality.rawValue, by.column, at.microseconds]
        )
    }
}
