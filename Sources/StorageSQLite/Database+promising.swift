import Foundation
import GRDB
import Model
import Storage

/// What becomes of a promise: its state, when the promised thing was done, and the reply that did it, if one did.
struct Settlement {
    var state: Promise.State
    var doneAt: Date?
    var reply: OutgoingMail.ID?
    /// The state to go back to where nobody got that reply.
    var from: Promise.State?
}

extension Database {
    /// Enters a promise. One that takes a moved one's place counts from when that began.
    func enter(_ new: NewPromise, in release: Release, movedFrom moved: Promise?) throws {
        let draft = release.draft
        let id = try insert(
            """
            INSERT INTO promise (
                conversation, inbox, outgoing, draft, template, matter, what, owner, fulfilment, began_at, made_at, due_at
            ) VALUES (
                ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
                coalesce((SELECT began_at FROM promise WHERE id = ?10 AND matter = ?6), ?11), ?11, ?12
            )
            """,
            [
                draft.conversation.rawValue, release.inbox.column, release.mail.rawValue, draft.id.rawValue,
                draft.body.template.column, new.matter.column, new.what.column, new.owner.column,
                new.fulfilment.rawValue, moved?.id.rawValue, release.at.microseconds, new.dueAt.microseconds,
            ]
        )
        try record(
            .promise,
            message: draft.message,
            conversation: draft.conversation,
            detail: "promise \(id) made: \(new.what)",
            by: release.by,
            at: release.at
        )
    }

    /// Changes the state of a promise with its row of history.
    func settle(_ promise: Promise, _ settlement: Settlement, why: String? = nil, by: String, at: Date) throws {
        try run(
            "UPDATE promise SET state = ?, done_at = ?, settled_by = ?, settled_from = ? WHERE id = ?",
            [
                settlement.state.rawValue, settlement.doneAt?.microseconds, settlement.reply?.rawValue,
                settlement.from?.rawValue, promise.id.rawValue,
            ]
        )
        try record(
            .promise,
            message: number("SELECT answers FROM outgoing WHERE id = ?", [promise.outgoing.rawValue])
                .map(Message.ID.init(rawValue:)),
            conversation: promise.conversation,
            detail: ["promise \(promise.id) \(settlement.sentence)", why].compactMap(\.self).joined(separator: ": "),
            by: by,
            at: at
        )
    }

    func openPromises(dueBefore: Date?, limit: Int) throws -> [Promise] {
        try rows(Self.openByDue, [dueBefore?.microseconds ?? .max, max(limit, 0)]).map(Promise.init)
    }

    func overduePromises(limit: Int) throws -> [Promise] {
        try rows(Self.overdue, [max(limit, 0)]).map(Promise.init)
    }

    func untoldDelays(limit: Int) throws -> [Promise] {
        try rows(Self.untoldDelays, [max(limit, 0)]).map(Promise.init)
    }

    func untoldSuccesses(at: Date, limit: Int) throws -> [Promise] {
        try rows(Self.untoldSuccesses, [at.microseconds, max(limit, 0)]).map(Promise.init)
    }

    static let overdue = "SELECT * FROM promise WHERE \(isOverdue) ORDER BY due_at, id LIMIT ?"

    static let untoldDelays = """
        SELECT * FROM promise WHERE \(isOverdue) AND settled_by IS NULL AND \(hasNoNews("promise.late"))
        ORDER BY due_at, id LIMIT ?
        """

    static let untoldSuccesses = """
        SELECT * FROM promise
        WHERE state = 'beaten' AND fulfilment = 'deed' AND due_at >= ? AND \(hasNoNews("promise.early"))
        ORDER BY due_at, id LIMIT ?
        """

    private static let isOverdue = """
        state = 'broken' AND done_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM promise AS later
            WHERE later.conversation = promise.conversation AND later.id > promise.id AND later.state <> 'withdrawn'
        )
        """

    /// - Parameter kind: of the occasion that a draft would be queued for.
    private static func hasNoNews(_ kind: String) -> String {
        """
        NOT EXISTS (
            SELECT 1 FROM occasion WHERE occasion.kind = '\(kind)'
                AND occasion.subject = CAST(promise.id AS TEXT) AND occasion.conversation = promise.conversation
        )
        """
    }

    static let openByDue = """
        SELECT * FROM promise WHERE state = 'open' AND due_at < ? ORDER BY due_at, id LIMIT ?
        """
}

extension Settlement {
    /// For the history.
    fileprivate var sentence: String {
        switch state {
        case .open: "open again"
        case .broken where doneAt != nil: "done, too late"
        default: state.rawValue
        }
    }
}
