import Foundation
import GRDB
import Model
import Storage

extension Database {
    /// - Parameter mail: the reply that plans it; nil for a person or the program.
    func plan(
        _ kind: FollowUp.Kind,
        in conversation: Conversation.ID,
        dueAt: Date,
        _ mail: OutgoingMail.ID? = nil,
        by: String,
        at: Date
    ) throws {
        guard try self.conversation(conversation) != nil else {
            throw StoreError.notFound("conversation \(conversation)")
        }
        try run(
            """
            INSERT INTO follow_up (kind, conversation, due_at, planned_by) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (conversation, kind) WHERE state = 'waiting' DO UPDATE SET
                earlier_due_at = CASE WHEN ?4 IS NULL THEN NULL ELSE due_at END,
                due_at = excluded.due_at, planned_by = excluded.planned_by
            """,
            [kind.rawValue, conversation.rawValue, dueAt.microseconds, mail?.rawValue]
        )
        try record(.followUp, conversation: conversation, detail: "\(kind.rawValue) planned", by: by, at: at)
    }

    func dueFollowUps(at: Date, limit: Int) throws -> [FollowUp] {
        try rows(Self.dueToFollow, [at.microseconds, max(limit, 0)]).map(FollowUp.init)
    }

    static let dueToFollow = """
        SELECT * FROM follow_up WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?
        """

    /// What is done or dropped already stays as it is.
    func dropFollowUp(_ id: FollowUp.ID, reason: String, by: String, at: Date) throws {
        let followUp = try followUp(id)
        try run("UPDATE follow_up SET state = 'dropped' WHERE id = ? AND state = 'waiting'", [id.rawValue])
        if changesCount > 0 { try record(followUp, "dropped: \(reason)", by: by, at: at) }
    }

    /// Where the reply had only moved one that was planned before, that one stands again.
    func dropFollowUps(plannedBy mail: OutgoingMail.ID, by: String, at: Date) throws {
        let planned = "SELECT * FROM follow_up WHERE planned_by = ? AND state = 'waiting'"
        for row in try rows(planned, [mail.rawValue]) {
            let followUp = try FollowUp(row: row)
            try run(
                """
                UPDATE follow_up SET
                    state = CASE WHEN earlier_due_at IS NULL THEN 'dropped' ELSE state END,
                    due_at = coalesce(earlier_due_at, due_at), earlier_due_at = NULL, planned_by = NULL
                WHERE id = ?
                """,
                [followUp.id.rawValue]
            )
            try record(followUp, "taken back with mail \(mail)", by: by, at: at)
        }
    }

    /// Why there is nothing to come back to; nil where there is.
    func whyNotDue(_ id: FollowUp.ID, in conversation: Conversation.ID) throws -> String? {
        guard try followUp(id).conversation == conversation else {
            throw StoreError.notFound("follow-up \(id) in conversation \(conversation)")
        }
        let isWaiting = try number("SELECT id FROM follow_up WHERE id = ? AND state = 'waiting'", [id.rawValue]) != nil
        return isWaiting ? nil : "Follow-up \(id) was done or dropped."
    }

    func setDone(_ id: FollowUp.ID, by draft: Draft.ID) throws {
        try run("UPDATE follow_up SET state = 'done', draft = ? WHERE id = ?", [draft.rawValue, id.rawValue])
    }

    /// Unless another was planned meanwhile, what a superseded draft was to ask is still to be asked.
    func freeFollowUp(doneBy draft: Draft.ID) throws {
        try run("UPDATE OR IGNORE follow_up SET state = 'waiting', draft = NULL WHERE draft = ?", [draft.rawValue])
    }

    private func followUp(_ id: FollowUp.ID) throws -> FollowUp {
        guard let row = try row("SELECT * FROM follow_up WHERE id = ?", [id.rawValue]) else {
            throw StoreError.notFound("follow-up \(id)")
        }
        return try FollowUp(row: row)
    }

    private func record(_ followUp: FollowUp, _ what: String, by: String, at: Date) throws {
        let detail = "\(followUp.kind.rawValue) \(what)"
        try record(.followUp, conversation: followUp.conversation, detail: detail, by: by, at: at)
    }
}

extension FollowUp {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            kind: try row.word(Kind.self, "kind"),
            conversation: try row.id("conversation"),
            dueAt: try row.date("due_at")
        )
    }
}
