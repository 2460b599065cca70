import Foundation
import GRDB
import Model
import Storage

/// What a queued draft is about, as it stands in columns.
private struct OccasionKey {
    var kind: String
    var subject: String

    /// nil for a draft that answers a message.
    init?(_ occasion: Occasion) {
        guard let kind = occasion.template else { return nil }
        self.kind = kind
        subject =
            switch occasion {
            case .message: ""
            case .promiseLate(let promise), .promiseEarly(let promise): promise.description
            case .limitEnded(let limit): limit.column
            case .checkBack(let followUp): followUp.description
            }
    }
}

extension Database {
    func queueDraft(_ body: DraftBody, in id: Conversation.ID, at: Date) throws -> Decision<Draft> {
        guard let key = OccasionKey(body.occasion) else {
            throw StoreError.illegal("A draft that answers a message is filed with it or started by hand.")
        }
        guard let conversation = try conversation(id) else { throw StoreError.notFound("conversation \(id)") }
        if let sentence = try whyNotQueued(body.occasion, key, in: id) { return .refused([.notSendable(sentence)]) }
        let message = conversation.head.lastMessage
        let json = try JSONColumn.encode(body)
        let draft = try insertDraft(
            NewDraft(conversation: id, message: message, body: json, author: Actor.program, at: at)
        )
        try run("UPDATE draft SET place = (SELECT max(id) FROM message) WHERE id = ?", [draft.rawValue])
        try run(
            "INSERT INTO occasion (draft, kind, subject, conversation) VALUES (?, ?, ?, ?)",
            [draft.rawValue, key.kind, key.subject, id.rawValue]
        )
        try bind(body.occasion, in: id, to: draft)
        try record(.drafted, message: message, conversation: id, detail: key.kind, at: at)
        return try .done(self.draft(draft).orDamaged("draft \(draft)"))
    }

    /// Nothing is queued beside a pending draft, twice for one thing, or for what is no longer so.
    private func whyNotQueued(_ occasion: Occasion, _ key: OccasionKey, in id: Conversation.ID) throws -> String? {
        if let pending = try pendingDraft(of: id) { return "Draft \(pending.id) is pending in this conversation." }
        let earlier = try number(Self.earlierOccasion, [key.kind, key.subject, id.rawValue])
        let before = earlier.map { "Draft \($0) was queued for this before." }
        switch occasion {
        case .message: return nil
        case .promiseLate(let promise): return try before ?? whyNotLate(promise, in: id)
        case .promiseEarly(let promise): return try before ?? whyNotEarly(promise, in: id)
        case .limitEnded(let limit): return try isToldAnew(of: limit, id) ? nil : before
        case .checkBack(let followUp): return try before ?? whyNotDue(followUp, in: id)
        }
    }

    static let earlierOccasion = "SELECT draft FROM occasion WHERE kind = ? AND subject = ? AND conversation = ?"

    private func bind(_ occasion: Occasion, in conversation: Conversation.ID, to draft: Draft.ID) throws {
        switch occasion {
        case .message, .promiseLate, .promiseEarly: return
        case .limitEnded(let limit): try bindNotes(of: limit, in: conversation, to: draft)
        case .checkBack(let followUp): try setDone(followUp, by: draft)
        }
    }

    /// Lets the occasion of a superseded draft be drafted for again.
    func freeOccasion(of draft: Draft.ID) throws {
        try run("DELETE FROM occasion WHERE draft = ?", [draft.rawValue])
        guard changesCount > 0 else { return }
        try freeNotes(boundTo: draft)
        try freeFollowUp(doneBy: draft)
    }

    /// A pending draft with news of a delay that is no longer so says nothing true: it makes room for what is.
    func retireLateDraft(of promise: Promise, at: Date) throws {
        let key = OccasionKey(.promiseLate(promise.id))
        let pending = try number(
            """
            SELECT draft.id FROM occasion JOIN draft ON draft.id = occasion.draft
            WHERE occasion.kind = ? AND occasion.subject = ? AND occasion.conversation = ? AND draft.state = 'pending'
            """,
            [key?.kind, key?.subject, promise.conversation.rawValue]
        )
        if pending != nil { try supersedePendingDraft(of: promise.conversation, at: at) }
    }
}
