import Foundation
import GRDB
import Model
import Storage

extension Database {
    func park(_ id: Message.ID, reason: ParkReason, by: String, at: Date) throws {
        switch try state(of: id) {
        case .stored, .open, .parked: try setParked(id, reason: reason, by: by, at: at)
        case .answered: throw StoreError.illegal("Message \(id) was answered: it cannot be put aside.")
        case .merged: throw StoreError.illegal("Message \(id) counts as another message.")
        }
    }

    func unpark(_ id: Message.ID, by: String, at: Date) throws {
        guard try state(of: id) == .parked else { throw StoreError.illegal("Message \(id) is not parked.") }
        guard try number("SELECT 1 FROM message WHERE id = ? AND form = 'delivery'", [id.rawValue]) == nil else {
            throw StoreError.illegal("Message \(id) is a delivery: it is taken apart again, not read.")
        }
        try run(
            """
            UPDATE message SET state = 'stored', park_code = NULL, park_detail = NULL, unread = 1, attempts = 0
            WHERE id = ?
            """,
            [id.rawValue]
        )
        try record(.unparked, message: id, conversation: conversation(of: id), by: by, at: at)
    }

    /// Puts a message aside and takes it from the reader.
    func setParked(_ id: Message.ID, reason: ParkReason, by: String, at: Date) throws {
        try run(
            "UPDATE message SET state = 'parked', park_code = ?, park_detail = ?, unread = 0, attempts = 0 WHERE id = ?",
            [reason.code.rawValue, reason.detail.column, id.rawValue]
        )
        try record(
            .parked,
            message: id,
            conversation: conversation(of: id),
            detail: "\(reason.code.rawValue): \(reason.detail)",
            by: by,
            at: at
        )
    }

    /// Throws `notFound`.
    func state(of id: Message.ID) throws -> MessageState {
        guard let row = try row("SELECT state FROM message WHERE id = ?", [id.rawValue]) else {
            throw StoreError.notFound("message \(id)")
        }
        return try row.word(MessageState.self, "state")
    }

    /// The conversation a message belongs to; nil until it was read.
    func conversation(of id: Message.ID) throws -> Conversation.ID? {
        try number("SELECT conversation FROM message WHERE id = ?", [id.rawValue]).map(Conversation.ID.init(rawValue:))
    }
}

extension Optional {
    /// The value that must be there by the store's own rules.
    func orDamaged(_ what: String) throws(StoreError) -> Wrapped {
        guard let self else { throw .damaged("Missing: \(what)") }
        return self
    }
}
