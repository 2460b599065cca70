import Foundation
import GRDB
import Model

extension Draft {
    /// What `init(row:)` reads, each draft in its newest version, to be followed by conditions.
    static let select = """
        SELECT draft.*, draft_version.author, head_message, head_outgoing, body
        FROM draft JOIN draft_version ON draft_version.draft = draft.id AND draft_version.version = draft.version
        """

    init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            conversation: try row.id("conversation"),
            message: try row.id("message"),
            version: try row.int("version"),
            state: try row.word(State.self, "state"),
            body: try row.json(DraftBody.self, "body"),
            threadHead: ThreadHead(
                lastMessage: try row.id("head_message"),
                lastOutgoing: try row.optionalID("head_outgoing")
            ),
            createdAt: try row.date("created_at"),
            author: try row.text("author"),
            decidedBy: try row.optionalText("decided_by"),
            note: try row.optionalText("note"),
            askedBy: try row.optionalText("asked_by")
        )
    }
}

extension Database {
    func draft(_ id: Draft.ID) throws -> Draft? {
        try row("\(Draft.select) WHERE draft.id = ?", [id.rawValue]).map(Draft.init)
    }

    func pendingDraft(of conversation: Conversation.ID) throws -> Draft? {
        try row("\(Draft.select) WHERE draft.conversation = ? AND draft.state = 'pending'", [conversation.rawValue])
            .map(Draft.init)
    }
}
