import Foundation
import GRDB
import Model

/// A draft about to be begun, with its body as JSON.
struct NewDraft {
    var conversation: Conversation.ID
    var message: Message.ID
    var body: String
    var author: String
    var at: Date
}

extension Database {
    /// Begins a draft in version 1 against the conversation as it stands.
    func insertDraft(_ new: NewDraft) throws -> Draft.ID {
        let id = try insert(
            "INSERT INTO draft (conversation, message, version, state, created_at) VALUES (?, ?, 1, 'pending', ?)",
            [new.conversation.rawValue, new.message.rawValue, new.at.microseconds]
        )
        let draft = Draft.ID(rawValue: id)
        let head = try head(of: new.conversation)
        try insertVersion(1, of: draft, body: new.body, head: head, author: new.author, at: new.at)
        return draft
    }

    func insertVersion(
        _ version: Int,
        of draft: Draft.ID,
        body: String,
        head: ThreadHead,
        author: String,
        at: Date
    ) throws {
        try run(
            """
            INSERT INTO draft_version (draft, version, at, author, head_message, head_outgoing, body)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                draft.rawValue, version, at.microseconds, author.column, head.lastMessage.rawValue,
                head.lastOutgoing?.rawValue, body,
            ]
        )
    }

    /// Gives a draft its next version.
    func advance(_ draft: Draft, body: DraftBody, head: ThreadHead, author: String, at: Date) throws {
        let (version, json) = (draft.version + 1, try JSONColumn.encode(body))
        try insertVersion(version, of: draft.id, body: json, head: head, author: author, at: at)
        try run("UPDATE draft SET version = ? WHERE id = ?", [version, draft.id.rawValue])
    }

    /// A question about a draft is answered by any decision about it, and its occasion is free for another draft once
    /// it was superseded.
    func setState(_ state: Draft.State, of draft: Draft.ID, decidedBy: String?, note: String?) throws {
        try run(
            """
            UPDATE draft SET state = ?1, decided_by = ?2, note = ?3,
                asked_by = CASE ?1 WHEN 'pending' THEN asked_by END
            WHERE id = ?4
            """,
            [state.rawValue, decidedBy?.column, note?.column, draft.rawValue]
        )
        if state == .superseded { try freeOccasion(of: draft) }
    }

    /// Retires the pending draft of a conversation for a newer one; its versions stay. Returns its note.
    @discardableResult
    func supersedePendingDraft(of conversation: Conversation.ID, at: Date) throws -> String? {
        let pending = try row(
            "SELECT id, message, version, note FROM draft WHERE conversation = ? AND state = 'pending'",
            [conversation.rawValue]
        )
        guard let pending else { return nil }
        let (id, version) = (try pending.id("id") as Draft.ID, try pending.int("version"))
        let note = try pending.optionalText("note")
        try setState(.superseded, of: id, decidedBy: nil, note: note)
        try record(
            .superseded,
            message: try pending.id("message"),
            conversation: conversation,
            detail: "draft \(id), version \(version)",
            at: at
        )
        return note
    }
}
