package import Foundation
import GRDB
package import Model
import Storage

extension SQLiteStore {
    package func cursor(inbox: InboxName, mailbox: String) async throws -> Model.Cursor? {
        try await read { try $0.cursor(inbox: inbox, mailbox: mailbox) }
    }

    package func take(_ arrivals: [Arrival], advancing cursor: Model.Cursor?, at: Date) async throws -> [Taken] {
        // Digests are made before the transaction, so that no other writer waits for them.
        let digested = arrivals.map(DigestedArrival.init)
        return try await write { db in
            let taken = try digested.map { try db.take($0, at: at) }
            if let cursor { try db.move(cursor) }
            return taken
        }
    }

    package func items(inbox: InboxName, mailbox: String, validity: UInt32) async throws -> Set<String> {
        try await read { db in
            try Set(
                String.fetchCursor(
                    db,
                    sql: "SELECT item FROM arrival WHERE inbox = ? AND mailbox = ? AND validity = ?",
                    arguments: [inbox.column, mailbox.column, validity]
                )
            )
        }
    }

    package func custody() async throws -> Custody {
        try await read { try $0.custody() }
    }

    package func raw(of message: Message.ID) async throws -> [UInt8] {
        try await read { db in
            guard let row = try db.row("SELECT bytes FROM raw_message WHERE message = ?", [message.rawValue]) else {
                throw StoreError.notFound("message \(message)")
            }
            return try row.bytes("bytes")
        }
    }
}
