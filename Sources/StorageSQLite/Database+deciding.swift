import Foundation
import GRDB
import Model
import Storage

extension Database {
    func edit(_ id: Draft.ID, version: Int, body: DraftBody, by: String, at: Date) throws -> Decision<Draft> {
        let draft = try draft(id)
        if let refusal = refusal(of: version, draft) { return try refuse([refusal], draft, by: by, at: at) }
        let current = try draft.orDamaged("draft \(id)")
        let body = body.keeping(current.body)
        try advance(current, body: body, head: current.threadHead, author: by, at: at)
        try answerQuestion(about: id, by: by)
        try record(.edited, current, detail: "version \(version + 1)", by: by, at: at)
        return try .done(self.draft(id).orDamaged("draft \(id)"))
    }

    func startDraft(for message: Message.ID, body: DraftBody, by: String, at: Date) throws -> Draft {
        guard try state(of: message) != .merged, let conversation = try conversation(of: message) else {
            throw StoreError.illegal("Message \(message) was not read yet: there is nothing to answer.")
        }
        guard body.occasion == .message else {
            throw StoreError.illegal("A draft about something else than a message is queued.")
        }
        if let pending = try pendingDraft(of: conversation) {
            throw StoreError.illegal("Draft \(pending.id) is pending in this conversation.")
        }
        let json = try JSONColumn.encode(body)
        let id = try insertDraft(
            NewDraft(conversation: conversation, message: message, body: json, author: by, at: at)
        )
        try record(.drafted, message: message, conversation: conversation, detail: "by hand", by: by, at: at)
        return try draft(id).orDamaged("draft \(id)")
    }

    func reject(
        _ id: Draft.ID,
        version: Int,
        reason: String,
        closing: Bool,
        by: String,
        at: Date
    ) throws -> Decision<Draft> {
        let draft = try draft(id)
        if let refusal = refusal(of: version, draft) { return try refuse([refusal], draft, by: by, at: at) }
        let current = try draft.orDamaged("draft \(id)")
        try setState(.rejected, of: id, decidedBy: by, note: reason)
        try record(.rejected, current, detail: reason, by: by, at: at)
        if closing { try close(current.conversation, through: current.message, reason: reason, by: by, at: at) }
        return try .done(self.draft(id).orDamaged("draft \(id)"))
    }

    func closeConversation(_ id: Conversation.ID, reason: String, by: String, at: Date) throws {
        guard try conversation(id) != nil else { throw StoreError.notFound("conversation \(id)") }
        if let pending = try pendingDraft(of: id) {
            try setState(.rejected, of: pending.id, decidedBy: by, note: reason)
            try record(.rejected, pending, detail: reason, by: by, at: at)
        }
        try record(.closed, conversation: id, detail: reason, by: by, at: at)
        try close(id, through: nil, reason: reason, by: by, at: at)
    }

    /// Why a decision about one version of a draft cannot stand; nil where it does.
    func refusal(of version: Int, _ draft: Draft?) -> Refusal? {
        guard let draft else { return .noSuchDraft }
        guard draft.state == .pending else {
            return .alreadyDecided(draft.state, by: draft.decidedBy ?? draft.author)
        }
        return draft.version == version ? nil : .draftChanged(version: draft.version, by: draft.author)
    }

    /// Leaves a row of history about a decision that was refused.
    func refuse<Success>(
        _ refusals: [Refusal],
        _ draft: Draft?,
        by: String,
        at: Date
    ) throws -> Decision<Success> {
        let detail = refusals.map(\.sentence).joined(separator: " ")
        try record(
            .refused,
            message: draft?.message,
            conversation: draft?.conversation,
            detail: detail,
            by: by,
            at: at
        )
        return .refused(refusals)
    }

    /// A row of history about a draft.
    func record(_ event: HistoryEntry.Event, _ draft: Draft, detail: String, by: String, at: Date) throws {
        try record(
            event,
            message: draft.message,
            conversation: draft.conversation,
            detail: "draft \(draft.id): \(detail)",
            by: by,
            at: at
        )
    }
}

extension DraftBody {
    /// What an edit cannot change: why the draft was made, and that two people have to release it.
    fileprivate func keeping(_ current: DraftBody) -> DraftBody {
        var body = self
        body.occasion = current.occasion
        body.wantsSecondPair = body.wantsSecondPair || current.wantsSecondPair
        return body
    }
}
