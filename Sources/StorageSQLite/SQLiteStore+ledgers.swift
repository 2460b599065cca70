package import Foundation
package import Model

extension SQLiteStore {
    package func promises(in conversation: Conversation.ID) async throws -> [Promise] {
        try await read { try $0.promises(in: conversation) }
    }

    package func openPromises(dueBefore: Date?, limit: Int) async throws -> [Promise] {
        try await read { try $0.openPromises(dueBefore: dueBefore, limit: limit) }
    }

    package func overduePromises(limit: Int) async throws -> [Promise] {
        try await read { try $0.overduePromises(limit: limit) }
    }

    package func untoldDelays(limit: Int) async throws -> [Promise] {
        try await read { try $0.untoldDelays(limit: limit) }
    }

    package func untoldSuccesses(at: Date, limit: Int) async throws -> [Promise] {
        try await read { try $0.untoldSuccesses(at: at, limit: limit) }
    }

    package func markDone(_ promise: Promise.ID, by: String, at: Date) async throws -> Decision<Promise> {
        try await write { try $0.markDone(promise, by: by, at: at) }
    }

    package func withdraw(
        _ promise: Promise.ID,
        reason: String,
        by: String,
        at: Date
    ) async throws -> Decision<Promise> {
        try await write { try $0.withdraw(promise, reason: reason, by: by, at: at) }
    }

    package func breakOverdue(at: Date) async throws -> [Promise] {
        try await write { try $0.breakOverdue(at: at) }
    }

    package func promiseSpans(
        inbox: InboxName,
        matter: String,
        limit: Int,
        at: Date
    ) async throws -> [DateInterval] {
        try await read { try $0.promiseSpans(inbox: inbox, matter: matter, limit: limit, at: at) }
    }

    package func answerSpans(inbox: InboxName, limit: Int) async throws -> [DateInterval] {
        try await read { try $0.answerSpans(inbox: inbox, limit: limit) }
    }

    package func promiseTallies(since: Date) async throws -> [PromiseTally] {
        try await read { try $0.promiseTallies(since: since) }
    }

    package func goodwillTaken(from accounts: [String], currency: String) async throws -> [String: Int] {
        try await read { try $0.goodwillTaken(from: accounts, currency: currency) }
    }

    package func goodwillSums() async throws -> [String: Int] {
        try await read { try $0.goodwillSums() }
    }
}
