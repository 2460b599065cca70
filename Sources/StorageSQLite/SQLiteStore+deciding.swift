package import Foundation
package import Model
package import Storage

extension SQLiteStore {
    package func queue(limit: Int, offset: Int) async throws -> [QueueEntry] {
        try await read { try $0.queue(limit: limit, offset: offset) }
    }

    package func queueLength() async throws -> Int {
        try await read { try $0.queueLength() }
    }

    package func draft(_ id: Draft.ID) async throws -> Draft? {
        try await read { try $0.draft(id) }
    }

    package func edit(
        _ id: Draft.ID,
        version: Int,
        body: DraftBody,
        by: String,
        at: Date
    ) async throws -> Decision<Draft> {
        try await write { try $0.edit(id, version: version, body: body, by: by, at: at) }
    }

    package func startDraft(for message: Message.ID, body: DraftBody, by: String, at: Date) async throws -> Draft {
        try await write { try $0.startDraft(for: message, body: body, by: by, at: at) }
    }

    package func approve(
        _ approval: Approval,
        mail: NewOutgoingMail,
        commitments: Commitments
    ) async throws -> Decision<OutgoingMail.ID> {
        try await write { try $0.approve(approval, mail: mail, commitments: commitments) }
    }

    package func queueDraft(
        _ body: DraftBody,
        in conversation: Conversation.ID,
        at: Date
    ) async throws -> Decision<Draft> {
        try await write { try $0.queueDraft(body, in: conversation, at: at) }
    }

    package func askSenior(
        _ id: Draft.ID,
        version: Int,
        question: String,
        by: String,
        at: Date
    ) async throws -> Decision<Draft> {
        try await write { try $0.askSenior(id, version: version, question: question, by: by, at: at) }
    }

    package func reject(
        _ id: Draft.ID,
        version: Int,
        reason: String,
        closing: Bool,
        by: String,
        at: Date
    ) async throws -> Decision<Draft> {
        try await write { try $0.reject(id, version: version, reason: reason, closing: closing, by: by, at: at) }
    }

    package func closeConversation(_ id: Conversation.ID, reason: String, by: String, at: Date) async throws {
        try await write { try $0.closeConversation(id, reason: reason, by: by, at: at) }
    }
}
