import Foundation
import GRDB
import Model
import Storage

extension OutgoingMail {
    /// Without the bytes, for lists; with them `bytes` is set.
    static let select = "SELECT outgoing.*, NULL AS bytes FROM outgoing"

    static let selectWithBytes = """
        SELECT outgoing.*, raw_outgoing.bytes FROM outgoing JOIN raw_outgoing ON raw_outgoing.outgoing = outgoing.id
        """

    init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            kind: try row.word(Kind.self, "kind"),
            state: try row.word(State.self, "state"),
            inbox: try row.inbox(),
            conversation: try row.id("conversation"),
            draft: try row.optionalID("draft"),
            answers: try row.id("answers"),
            mail: try ComposedMail(row: row),
            notBefore: try row.date("not_before"),
            attempts: try row.int("attempts"),
            lastAnswer: try row.optionalText("last_answer"),
            createdAt: try row.date("created_at"),
            approvedBy: try row.optionalText("approved_by"),
            partsSent: try row.int("parts_sent"),
            copy: try row.optionalText("copy").flatMap(MailedCopy.init)
        )
    }
}

extension ComposedMail {
    fileprivate init(row: Row) throws {
        self.init(
            form: try row.word(MessageForm.self, "form"),
            messageID: try row.text("message_id"),
            reversePath: try row.text("reverse_path"),
            forwardPaths: try row.json([String].self, "forward_paths"),
            chat: try ReplyEnvelope(row: row),
            raw: try row.decode(Data?.self, forColumn: "bytes").map { [UInt8]($0) } ?? []
        )
    }
}

extension ReplyEnvelope {
    /// nil for mail, and for replies of before it was kept.
    fileprivate init?(row: Row) throws {
        guard let chat = try row.optionalText("chat") else { return nil }
        self.init(place: ChatPlace(chat: chat, thread: try row.optionalText("thread")), parts: try row.int("parts"))
    }
}

extension Database {
    func outgoingMail(_ id: OutgoingMail.ID) throws -> OutgoingMail? {
        try row("\(OutgoingMail.selectWithBytes) WHERE outgoing.id = ?", [id.rawValue]).map(OutgoingMail.init)
    }

    func outgoing(in state: OutgoingMail.State, limit: Int) throws -> [OutgoingMail] {
        try rows(
            "\(OutgoingMail.select) WHERE state = ? ORDER BY id DESC LIMIT ?",
            [state.rawValue, max(limit, 0)]
        )
        .map(OutgoingMail.init)
    }

    func nextDue() throws -> Date? {
        try number(Self.nextDueTime).map(Date.init(microseconds:))
    }

    static let nextDueTime = """
        SELECT not_before FROM outgoing WHERE state = 'waiting' AND \(hasItsTurn) ORDER BY not_before LIMIT 1
        """

    /// What a transition has to know, without the bytes; throws `notFound`.
    func listedMail(_ id: OutgoingMail.ID) throws -> OutgoingMail {
        guard let row = try row("\(OutgoingMail.select) WHERE id = ?", [id.rawValue]) else {
            throw StoreError.notFound("outgoing mail \(id)")
        }
        return try OutgoingMail(row: row)
    }
}
