package import Foundation
package import Model
import Replies
package import Storage

/// What people do with drafts, the same for the web desk, the API and the commands.
///
/// In charge of turning a person's decision into one transaction of the store: it composes the mail from the draft
/// version the person saw, and leaves it to the store to refuse when anything has moved since.
package struct Desk: Sendable {
    package let store: any Store
    let rules: LiveRules
    let compose: @Sendable (ReplyToCompose) throws -> ReplyComposition
    let drafting: Drafting
    /// What the charter says of a draft as it stands.
    let check: @Sendable (Draft, ConversationRecord) -> CharterReport
    let now: @Sendable () -> Date
    let outboxChanged: @Sendable () -> Void

    /// The name of the slot that holds who releases a reply.
    package static var signatureSlot: String { Placeholder.agentName.slotName }

    /// - Parameters:
    ///   - rules: what may be promised, told and given.
    ///   - compose: makes the mail of an approved draft.
    ///   - check: what blocks keeps a draft from being released in every interface.
    ///   - outboxChanged: tells whoever delivers that there is something to do.
    package init(
        store: any Store,
        rules: LiveRules,
        compose: @escaping @Sendable (ReplyToCompose) throws -> ReplyComposition,
        drafting: Drafting,
        check: @escaping @Sendable (Draft, ConversationRecord) -> CharterReport,
        now: @escaping @Sendable () -> Date,
        outboxChanged: @escaping @Sendable () -> Void
    ) {
        self.store = store
        self.rules = rules
        self.compose = compose
        self.drafting = drafting
        self.check = check
        self.now = now
        self.outboxChanged = outboxChanged
    }

    /// An inbox as it is configured now; nil where it is no longer.
    package func inbox(_ name: InboxName) -> Inbox? {
        rules.value.inboxes[name]
    }

    /// Saves a person's changes as the draft's next version, with the moves that still stand in it word for word.
    package func edit(_ id: Draft.ID, version: Int, body: DraftBody, by user: String) async throws -> Decision<Draft> {
        var body = body
        if let stored = try await store.draft(id)?.body { body.moves = body.movesKept(from: stored) }
        return try await store.edit(id, version: version, body: body, by: user, at: now())
    }

    /// Begins a reply to a message that has no draft.
    package func startDraft(for message: Message.ID, body: DraftBody, by user: String) async throws -> Draft {
        try await store.startDraft(for: message, body: body, by: user, at: now())
    }

    /// Turns a draft down; with `closing`, no reply is needed.
    package func reject(
        _ id: Draft.ID,
        version: Int,
        reason: String,
        closing: Bool,
        by user: String
    ) async throws -> Decision<Draft> {
        try await store.reject(id, version: version, reason: reason, closing: closing, by: user, at: now())
    }

    /// Says that a conversation needs no reply.
    package func close(_ conversation: Conversation.ID, reason: String, by user: String) async throws {
        try await store.closeConversation(conversation, reason: reason, by: user, at: now())
    }

    /// Takes an approved mail back while its undo window is open.
    package func undo(_ mail: OutgoingMail.ID, by user: String) async throws -> Decision<Draft.ID> {
        try await store.undo(mail, by: user, at: now())
    }

    /// Settles a mail of which nobody knew whether the server has it.
    package func resolve(
        _ mail: OutgoingMail.ID,
        delivered: Bool,
        by user: String
    ) async throws -> Decision<OutgoingMail.State> {
        let decision = try await store.resolve(mail, delivered: delivered, by: user, at: now())
        if case .done(.waiting) = decision { outboxChanged() }
        return decision
    }

    /// Notes that a person knows of a reply that was shown in a chat, but may not have gone by mail as well.
    package func markCopySeen(_ mail: OutgoingMail.ID, by user: String) async throws -> Decision<OutgoingMail.ID> {
        try await store.markCopySeen(mail, by: user, at: now())
    }

    /// Gives a parked message back to the reader.
    package func unpark(_ message: Message.ID, by user: String) async throws {
        try await store.unpark(message, by: user, at: now())
    }
}
