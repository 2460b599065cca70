import Foundation
import GRDB
import Model

extension Database {
    /// Adds a row of history; part of the transaction that makes the change.
    func record(
        _ event: HistoryEntry.Event,
        message: Message.ID? = nil,
        conversation: Conversation.ID? = nil,
        delivery: Delivery.ID? = nil,
        detail: String = "",
        by actor: String = Actor.program,
        at: Date
    ) throws {
        try run(
            "INSERT INTO history (at, event, actor, message, conversation, delivery, detail) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                at.microseconds, event.rawValue, actor.column, message?.rawValue, conversation?.rawValue,
                delivery?.rawValue, detail.column,
            ]
        )
    }

    /// Everything that happened to one message, oldest first.
    func history(of message: Message.ID) throws -> [HistoryEntry] {
        try rows("SELECT * FROM history WHERE message = ? ORDER BY id", [message.rawValue]).map(HistoryEntry.init)
    }

    /// Everything that happened to a delivery, oldest first.
    func history(of delivery: Delivery.ID) throws -> [HistoryEntry] {
        try rows("SELECT * FROM history WHERE delivery = ? ORDER BY id", [delivery.rawValue]).map(HistoryEntry.init)
    }

    /// Everything that happened in a conversation, with what befell its messages before they belonged to it, and what
    /// contradicts the deliveries that they came in.
    func history(of conversation: Conversation.ID) throws -> [HistoryEntry] {
        try rows(
            """
            SELECT * FROM history WHERE conversation = ?1
            UNION
            SELECT * FROM history WHERE message IN (SELECT id FROM message WHERE conversation = ?1)
            UNION
            \(Self.contradictions)
            ORDER BY id
            """,
            [conversation.rawValue]
        )
        .map(HistoryEntry.init)
    }

    static let contradictions = """
        SELECT history.* FROM message
        CROSS JOIN delivered ON delivered.message = message.id
        CROSS JOIN history ON history.delivery = delivered.delivery AND history.event = 'contradicted'
        WHERE message.conversation = ?1
        """
}

/// The name under which the program itself stands in the history.
enum Actor {
    static let program = "wavelength"
}

extension HistoryEntry {
    init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            at: try row.date("at"),
            event: try row.word(Event.self, "event"),
            actor: try row.text("actor"),
            message: try row.optionalID("message"),
            conversation: try row.optionalID("conversation"),
            delivery: try row.optionalID("delivery"),
            detail: try row.text("detail")
        )
    }
}
