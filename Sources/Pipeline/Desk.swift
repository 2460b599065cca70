package import Foundation
package import Model
package import Storage

/// What people do with drafts, the same for the web desk, the API and the commands.
///
/// In charge of turning a person's decision into one transaction of the store: it composes the mail from the draft
/// version the person saw, and leaves it to the store to refuse when anything has moved since.
package struct Desk: Sendable {
    package let store: any Store
    private let inboxes: [InboxName: Inbox]
    private let compose: @Sendable (ReplyToCompose) throws -> ReplyComposition
    let drafting: Drafting
    let now: @Sendable () -> Date
    private let outboxChanged: @Sendable () -> Void

    /// Drafting again once a person has said what a message is about.
    package struct Drafting: Sendable {
        /// What there is to choose from.
        var intents: @Sendable () -> [Intent]
        /// The draft for a message by what it is about now; nil where there is none to make.
        var draft: @Sendable (Message) -> DraftBody?
        /// Tells whoever learns that there is something to learn.
        var corrected: @Sendable () -> Void

        package init(
            intents: @escaping @Sendable () -> [Intent],
            draft: @escaping @Sendable (Message) -> DraftBody?,
            corrected: @escaping @Sendable () -> Void = {}
        ) {
            self.intents = intents
            self.draft = draft
            self.corrected = corrected
        }

        /// Drafts by the preparation that is in force at the time.
        package init(_ live: LivePreparation, corrected: @escaping @Sendable () -> Void = {}) {
            self.init(
                intents: { live.value.intents },
                draft: { live.value.draftAnew($0) },
                corrected: corrected
            )
        }
    }

    /// - Parameters:
    ///   - compose: makes the mail of an approved draft.
    ///   - outboxChanged: tells whoever delivers that there is something to do.
    package init(
        store: any Store,
        inboxes: [Inbox],
        compose: @escaping @Sendable (ReplyToCompose) throws -> ReplyComposition,
        drafting: Drafting,
        now: @escaping @Sendable () -> Date,
        outboxChanged: @escaping @Sendable () -> Void
    ) {
        self.store = store
        self.inboxes = Dictionary(inboxes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.compose = compose
        self.drafting = drafting
        self.now = now
        self.outboxChanged = outboxChanged
    }

    /// Releases one version of a draft. The mail waits in the outbox until the undo window has passed.
    package func approve(
        _ id: Draft.ID,
        version: Int,
        recipients: Recipients,
        threadHead: ThreadHead,
        by user: String
    ) async throws -> Decision<OutgoingMail.ID> {
        let at = now()
        let approval = Approval(
            draft: id,
            version: version,
            recipients: recipients,
            threadHead: threadHead,
            by: user,
            at: at
        )
        // The draft as it was when the head was: else who comes second could be told that the thread moved, by a reply
        // that is the first one's approval of this very draft.
        guard let place = try await store.draft(id)?.conversation, let record = try await store.conversation(place),
            let draft = record.drafts.first(where: { $0.id == id })
        else { return .refused([.noSuchDraft]) }
        let objections = approval.objections(to: draft, head: record.conversation.head)
        guard objections.isEmpty else { return .refused(objections) }
        guard let inbox = inboxes[record.conversation.inbox] else {
            return .refused([.notSendable("The inbox \(record.conversation.inbox) is no longer configured.")])
        }
        switch try compose(ReplyToCompose(draft: draft, record: record, inbox: inbox, at: at)) {
        case .refused(let reasons):
            return .refused(reasons)
        case .composed(let mail):
            let outgoing = NewOutgoingMail(
                kind: .reply,
                inbox: inbox.name,
                mail: mail,
                notBefore: at.addingTimeInterval(inbox.undoWindow)
            )
            let decision = try await store.approve(approval, mail: outgoing)
            if case .done = decision { outboxChanged() }
            return decision
        }
    }

    /// Saves a person's changes as the draft's next version.
    package func edit(_ id: Draft.ID, version: Int, body: DraftBody, by user: String) async throws -> Decision<Draft> {
        try await store.edit(id, version: version, body: body, by: user, at: now())
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

    /// Gives a parked message back to the reader.
    package func unpark(_ message: Message.ID, by user: String) async throws {
        try await store.unpark(message, by: user, at: now())
    }
}
