import GRDB
import Model
import Storage

extension Conversation {
    init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            inbox: try row.inbox(),
            subject: try row.text("subject"),
            customer: try row.optionalJSON(MailAddress.self, "customer"),
            head: ThreadHead(
                lastMessage: try row.id("last_message"),
                lastOutgoing: try row.optionalID("last_outgoing")
            )
        )
    }
}

extension Database {
    func conversation(_ id: Conversation.ID) throws -> Conversation? {
        try row("SELECT * FROM conversation WHERE id = ?", [id.rawValue]).map(Conversation.init)
    }

    func head(of conversation: Conversation.ID) throws -> ThreadHead {
        try self.conversation(conversation).orDamaged("conversation \(conversation)").head
    }

    /// Sets the head's mail of ours to the newest reply that is on its way or sent.
    func refreshOutgoingHead(of conversation: Conversation.ID) throws {
        try run(
            """
            UPDATE conversation SET last_outgoing = (
                SELECT max(id) FROM outgoing
                WHERE conversation = ?1 AND kind = 'reply' AND state NOT IN ('failed', 'cancelled')
            ) WHERE id = ?1
            """,
            [conversation.rawValue]
        )
    }
}
