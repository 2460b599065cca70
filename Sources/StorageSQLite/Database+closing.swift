import Foundation
import GRDB
import Model

extension Database {
    /// Counts open messages of a conversation as answered without a reply: all, or those up to the one named.
    func close(_ id: Conversation.ID, through last: Message.ID?, reason: String, by: String, at: Date) throws {
        for message in try openMessages(of: id, through: last) {
            try run(
                "UPDATE message SET state = 'answered', answered_by = NULL WHERE id = ?",
                [message.rawValue]
            )
            try record(.closed, message: message, conversation: id, detail: reason, by: by, at: at)
        }
    }

    /// Counts the message that a draft answers, parked or not, and every older open one as answered by a mail.
    func answer(_ draft: Draft, with mail: OutgoingMail.ID, by: String, at: Date) throws {
        var closing = Set(try openMessages(of: draft.conversation, through: draft.message))
        if try state(of: draft.message) != .answered { closing.insert(draft.message) }
        for message in closing.sorted() {
            try run(
                """
                UPDATE message SET state = 'answered', answered_by = ?, park_code = NULL, park_detail = NULL, unread = 0
                WHERE id = ?
                """,
                [mail.rawValue, message.rawValue]
            )
            let detail = "answered by mail \(mail)"
            try record(.closed, message: message, conversation: draft.conversation, detail: detail, by: by, at: at)
        }
    }

    /// Opens the messages again that a mail had answered, since nobody got it.
    func reopenMessages(
        answeredBy mail: OutgoingMail.ID,
        _ event: HistoryEntry.Event,
        detail: String,
        by: String,
        at: Date
    ) throws {
        for message in try numbers("SELECT id FROM message WHERE answered_by = ? ORDER BY id", [mail.rawValue]) {
            try run("UPDATE message SET state = 'open', answered_by = NULL WHERE id = ?", [message])
            let id = Message.ID(rawValue: message)
            try record(event, message: id, conversation: conversation(of: id), detail: detail, by: by, at: at)
        }
    }

    /// In the order in which they were filed, which is the order in which a person could see them.
    private func openMessages(of conversation: Conversation.ID, through last: Message.ID?) throws -> [Message.ID] {
        try numbers(
            """
            SELECT id FROM message WHERE state = 'open' AND conversation = ?1
                AND (?2 IS NULL OR position <= (SELECT position FROM message WHERE id = ?2))
            ORDER BY position
            """,
            [conversation.rawValue, last?.rawValue]
        )
        .map(Message.ID.init(rawValue:))
    }
}
