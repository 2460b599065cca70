import Foundation
import GRDB
import Model

extension Database {
    /// What a released reply does to the promises of its conversation: it moves the one it is about, or fulfils those
    /// that the next reply keeps. Returns the one it moves.
    func settlePromises(by release: Release) throws -> Promise? {
        let occasion = release.draft.body.occasion
        if case .promiseLate(let id) = occasion { return try move(id, by: release) }
        guard occasion.isAnswer else { return nil }
        for promise in try promises(keptByReplyIn: release.draft.conversation) {
            try fulfil(promise, by: release.mail, at: release.at, actor: release.by)
        }
        return nil
    }

    /// Moved is what the customer heard of in time. After that it stays broken, but waits for nothing any more.
    private func move(_ id: Promise.ID, by release: Release) throws -> Promise? {
        let promise = try promise(id)
        guard promise.isOwed else { return nil }
        let isInTime = promise.state == .open && release.at <= promise.dueAt
        let settlement = Settlement(state: isInTime ? .moved : .broken, reply: release.mail, from: promise.state)
        try settle(promise, settlement, by: release.by, at: release.at)
        return promise
    }

    private func fulfil(_ promise: Promise, by reply: OutgoingMail.ID, at: Date, actor: String) throws {
        let state = promise.state == .broken ? .broken : promise.state(doneAt: at)
        let settlement = Settlement(state: state, doneAt: at, reply: reply, from: promise.state)
        try settle(promise, settlement, by: actor, at: at)
    }

    /// Those that nobody has settled, and that no other promise took the place of.
    private func promises(keptByReplyIn conversation: Conversation.ID) throws -> [Promise] {
        try rows(Self.keptByReply, [conversation.rawValue]).map(Promise.init)
    }

    static let keptByReply = """
        SELECT * FROM promise
        WHERE conversation = ? AND fulfilment = 'reply' AND state IN ('open', 'broken')
            AND done_at IS NULL AND settled_by IS NULL
        ORDER BY id
        """

    /// The promises of a reply that nobody got were never made.
    func withdrawPromises(of mail: OutgoingMail.ID, by: String, at: Date) throws {
        let made = try rows(
            "SELECT * FROM promise WHERE outgoing = ? AND state <> 'withdrawn' ORDER BY id",
            [mail.rawValue]
        )
        for promise in try made.map(Promise.init) {
            try settle(promise, Settlement(state: .withdrawn), why: "mail \(mail)", by: by, at: at)
            try retireLateDraft(of: promise, at: at)
        }
    }

    /// What a reply that nobody got had done or moved is owed again, unless a later reply did it.
    func reopenPromises(settledBy mail: OutgoingMail.ID, by: String, at: Date) throws {
        for row in try rows("SELECT * FROM promise WHERE settled_by = ? ORDER BY id", [mail.rawValue]) {
            var promise = try Promise(row: row)
            promise.state = try row.word(Promise.State.self, "settled_from")
            promise.doneAt = nil
            if promise.fulfilment == .reply, let next = try nextReply(after: promise) {
                try fulfil(promise, by: next.mail, at: next.at, actor: by)
            } else {
                try settle(promise, Settlement(state: promise.state), why: "mail \(mail)", by: by, at: at)
            }
        }
    }

    private func nextReply(after promise: Promise) throws -> (mail: OutgoingMail.ID, at: Date)? {
        try row(Self.nextReply, [promise.conversation.rawValue, promise.outgoing.rawValue])
            .map { (try $0.id("outgoing"), try $0.date("at")) }
    }

    static let nextReply = """
        SELECT outgoing, at FROM released
        WHERE conversation = ? AND outgoing > ? AND fulfils = 1 AND taken_back = 0
        ORDER BY outgoing LIMIT 1
        """
}
