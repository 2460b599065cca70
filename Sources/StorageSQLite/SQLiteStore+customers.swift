package import Foundation
package import Model

extension SQLiteStore {
    package func plan(
        _ kind: FollowUp.Kind,
        in conversation: Conversation.ID,
        dueAt: Date,
        by: String,
        at: Date
    ) async throws {
        try await write { try $0.plan(kind, in: conversation, dueAt: dueAt, by: by, at: at) }
    }

    package func dueFollowUps(at: Date, limit: Int) async throws -> [FollowUp] {
        try await read { try $0.dueFollowUps(at: at, limit: limit) }
    }

    package func dropFollowUp(_ id: FollowUp.ID, reason: String, by: String, at: Date) async throws {
        try await write { try $0.dropFollowUp(id, reason: reason, by: by, at: at) }
    }

    package func noteLimits(inForce: [Limit], ended: [Limit], at: Date) async throws -> [String] {
        try await write { try $0.noteLimits(inForce: inForce, ended: ended, at: at) }
    }

    package func untoldEndings() async throws -> [Limit] {
        try await read { try $0.untoldEndings() }
    }

    package func toldOfLimit(_ limit: String) async throws -> [Conversation.ID] {
        try await read { try $0.toldOfLimit(limit) }
    }

    package func customer(
        _ person: String,
        vouched: String?,
        in inbox: InboxName,
        besides conversation: Conversation.ID?
    ) async throws -> CustomerRecord {
        try await read { try $0.customer(person, vouched: vouched, in: inbox, besides: conversation) }
    }

    package func identities(of person: String) async throws -> CustomerIdentities {
        try await read { try $0.identities(of: person) }
    }

    @discardableResult
    package func merge(
        _ person: String,
        with other: String,
        by: String,
        at: Date
    ) async throws -> CustomerIdentities {
        try await write { try $0.merge(person, with: other, by: by, at: at) }
    }

    @discardableResult
    package func separate(_ person: String, by: String, at: Date) async throws -> [IdentityLink] {
        try await write { try $0.separate(person, by: by, at: at) }
    }

    package func conversations(
        of person: String,
        besides conversation: Conversation.ID?,
        limit: Int
    ) async throws -> [CustomerConversation] {
        try await read { try $0.conversations(of: person, besides: conversation, limit: limit) }
    }

    package func setFormality(_ formality: Formality, of person: String, by: String, at: Date) async throws {
        try await write { try $0.setFormality(formality, of: person, by: by, at: at) }
    }
}
