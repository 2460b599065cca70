import Foundation
import GRDB
import Model
import Storage

/// The words for `Message.State` in the column, with one more for a message that counts as another.
enum MessageState: String {
    case stored
    case open
    case answered
    case parked
    /// The same mail as `same_as`, come through another inbox: an arrival rather than a message.
    case merged
}

extension ParkReason {
    /// nil where the row is not parked.
    static func column(_ row: Row) throws -> ParkReason? {
        guard try row.optionalText("park_code") != nil else { return nil }
        return ParkReason(try row.word(Code.self, "park_code"), try row.optionalText("park_detail") ?? "")
    }
}

extension Message {
    /// What `init(row:)` reads, to be followed by conditions.
    static let select = """
        SELECT message.*, message_text.content, message_text.reading, correction.id AS correction_id,
            correction.intents AS correction_intents, correction.by AS correction_by, correction.at AS correction_at
        FROM message LEFT JOIN message_text ON message_text.message = message.id
            LEFT JOIN correction
                ON correction.id = (SELECT max(id) FROM correction WHERE correction.message = message.id)
        """

    init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            inbox: try row.inbox(),
            form: try row.word(MessageForm.self, "form"),
            state: try Self.state(row),
            circumstance: try row.word(Circumstance.self, "circumstance"),
            takenAt: try row.date("taken_at"),
            size: try row.int("size"),
            conversation: try row.optionalID("conversation"),
            content: try row.optionalJSON(MessageContent.self, "content"),
            reading: try row.optionalJSON(Reading.self, "reading"),
            correction: try Self.correction(row)
        )
    }

    private static func correction(_ row: Row) throws -> Correction? {
        guard let id: Correction.ID = try row.optionalID("correction_id") else { return nil }
        return Correction(
            id: id,
            message: try row.id("id"),
            intents: try row.json([String].self, "correction_intents"),
            by: try row.text("correction_by"),
            at: try row.date("correction_at")
        )
    }

    private static func state(_ row: Row) throws -> State {
        switch try row.word(MessageState.self, "state") {
        case .stored: return .stored
        case .open: return .open
        case .answered: return .answered
        case .parked:
            guard let reason = try ParkReason.column(row) else { throw StoreError.damaged("parked without a reason") }
            return .parked(reason)
        case .merged: throw StoreError.damaged("A message that counts as another was read as itself.")
        }
    }
}

extension UnreadMessage {
    static let select = """
        SELECT message.*, raw_message.bytes FROM message JOIN raw_message ON raw_message.message = message.id
        """

    init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            inbox: try row.inbox(),
            raw: try row.bytes("bytes"),
            form: try row.word(MessageForm.self, "form"),
            circumstance: try row.word(Circumstance.self, "circumstance"),
            takenAt: try row.date("taken_at"),
            sourceDate: try row.optionalDate("source_date"),
            parked: try ParkReason.column(row)
        )
    }
}

extension Database {
    /// The message with that number; for one that counts as another, that other.
    func message(_ id: Message.ID) throws -> Message? {
        try row(
            "\(Message.select) WHERE message.id = (SELECT coalesce(same_as, id) FROM message WHERE id = ?)",
            [id.rawValue]
        )
        .map(Message.init)
    }
}
