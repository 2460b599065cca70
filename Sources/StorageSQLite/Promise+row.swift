import GRDB
import Model
import Storage

extension Promise {
    init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            conversation: try row.id("conversation"),
            inbox: try row.inbox(),
            outgoing: try row.id("outgoing"),
            draft: try row.id("draft"),
            template: try row.text("template"),
            matter: try row.text("matter"),
            what: try row.text("what"),
            owner: try row.text("owner"),
            fulfilment: try row.word(PromiseTerms.Fulfilment.self, "fulfilment"),
            madeAt: try row.date("made_at"),
            dueAt: try row.date("due_at"),
            state: try row.word(State.self, "state"),
            doneAt: try row.optionalDate("done_at")
        )
    }
}

extension Database {
    /// Throws `notFound`.
    func promise(_ id: Promise.ID) throws -> Promise {
        guard let row = try row("SELECT * FROM promise WHERE id = ?", [id.rawValue]) else {
            throw StoreError.notFound("promise \(id)")
        }
        return try Promise(row: row)
    }

    func promises(in conversation: Conversation.ID) throws -> [Promise] {
        try rows("SELECT * FROM promise WHERE conversation = ? ORDER BY id", [conversation.rawValue])
            .map(Promise.init)
    }
}
