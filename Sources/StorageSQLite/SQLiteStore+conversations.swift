package import Foundation
import GRDB
package import Model
import Storage

extension SQLiteStore {
    package func message(_ id: Message.ID) async throws -> Message? {
        try await read { try $0.message(id) }
    }

    package func conversation(_ id: Conversation.ID) async throws -> ConversationRecord? {
        try await read { try $0.conversationRecord(id) }
    }

    package func threadHead(of conversation: Conversation.ID) async throws -> ThreadHead? {
        try await read { try $0.conversation(conversation)?.head }
    }

    package func history(of message: Message.ID) async throws -> [HistoryEntry] {
        try await read { try $0.history(of: message) }
    }

    package func parked(limit: Int) async throws -> [Message] {
        try await read { try $0.parked(limit: limit) }
    }

    package func note(
        _ event: HistoryEntry.Event,
        message: Message.ID?,
        conversation: Conversation.ID?,
        detail: String,
        by: String,
        at: Date
    ) async throws {
        try await write {
            try $0.record(event, message: message, conversation: conversation, detail: detail, by: by, at: at)
        }
    }

    package func changeCounter() async throws -> Int {
        // SQLite changes this number on a connection when any other one commits. The writer is the only connection of
        // this process that does, so what it sees are the commits of other processes.
        do {
            return try await database.writeWithoutTransaction { db in
                try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
            }
        } catch {
            throw StoreError.mapped(error)
        }
    }
}
