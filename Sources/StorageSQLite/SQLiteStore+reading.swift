package import Foundation
package import Model

extension SQLiteStore {
    package func claimUnread(limit: Int, attempts: Int, at: Date) async throws -> [UnreadMessage] {
        try await write { try $0.claimUnread(limit: limit, attempts: attempts, at: at) }
    }

    package func giveBack(_ messages: [Message.ID]) async throws {
        try await write { db in for message in messages { try db.giveBack(message) } }
    }

    package func file(_ filings: [Filing], sameSubjectWindow: TimeInterval) async throws -> [Filed] {
        // JSON is made before the transaction, so that no other writer waits for it.
        let encoded = try filings.map(EncodedFiling.init)
        return try await write { db in
            try encoded.map { try db.file($0, sameSubjectWindow: sameSubjectWindow) }
        }
    }

    package func burst(
        before message: Message.ID,
        pause: TimeInterval,
        window: TimeInterval
    ) async throws -> [UnreadMessage] {
        try await read { try $0.burst(before: message, pause: pause, window: window) }
    }

    package func earlierLanguage(of person: String, in inbox: InboxName) async throws -> String? {
        try await read { try $0.earlierLanguage(of: person, in: inbox) }
    }

    package func park(_ message: Message.ID, reason: ParkReason, by: String, at: Date) async throws {
        try await write { try $0.park(message, reason: reason, by: by, at: at) }
    }

    package func unpark(_ message: Message.ID, by: String, at: Date) async throws {
        try await write { try $0.unpark(message, by: by, at: at) }
    }
}
