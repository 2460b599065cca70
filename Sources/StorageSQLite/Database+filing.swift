import Foundation
import GRDB
import Model
import Storage

/// What the store knows of a message when its filing comes.
struct FiledState {
    var inbox: InboxName
    var form: MessageForm
    /// The number of the person in the channel; nil for mail.
    var sender: String?
    var state: MessageState
    var isUnread: Bool
    var conversation: Conversation.ID?
    var sameAs: Message.ID?
    /// When the source received it, else when it was taken.
    var arrivedAt: Date

    init(row: Row) throws {
        inbox = try row.inbox()
        form = try row.word(MessageForm.self, "form")
        sender = try row.optionalText("sender")
        state = try row.word(MessageState.self, "state")
        isUnread = try row.decode(Bool.self, forColumn: "unread")
        conversation = try row.optionalID("conversation")
        sameAs = try row.optionalID("same_as")
        arrivedAt = try row.optionalDate("source_date") ?? row.date("taken_at")
    }
}

extension Database {
    /// Writes one filing as `ReadingStore.file` says.
    func file(_ encoded: EncodedFiling, sameSubjectWindow: TimeInterval) throws -> Filed {
        let filing = encoded.filing
        let known = try filedState(of: filing.message)
        if let earlier = try earlierFiling(filing.message, known) { return earlier }
        if let first = try firstArrival(of: filing) { return try merge(filing, into: first) }
        try settleUncertain(namedBy: filing.thread.identifiers, at: filing.at)
        let conversation = try conversation(for: encoded, known, sameSubjectWindow: sameSubjectWindow)
        try write(encoded, in: conversation, known)
        try takeBackBounced(by: filing, in: conversation)
        try moveHead(of: conversation, to: encoded, arrivedAt: known.arrivedAt)
        try stopApproval(by: filing, in: conversation, known)
        if known.form == .chat { try linkVouched(by: filing, in: conversation, known.inbox) }
        let draft = try draft(for: encoded, in: conversation, known)
        return Filed(message: filing.message, conversation: conversation, sameAs: nil, draft: draft)
    }

    private func filedState(of message: Message.ID) throws -> FiledState {
        let row = try row(
            """
            SELECT inbox, form, sender, state, unread, conversation, same_as, source_date, taken_at
            FROM message WHERE id = ?
            """,
            [message.rawValue]
        )
        guard let row else { throw StoreError.notFound("message \(message)") }
        return try FiledState(row: row)
    }

    /// What came of a message that was filed before; nil where it is still to be filed.
    private func earlierFiling(_ message: Message.ID, _ known: FiledState) throws -> Filed? {
        if let first = known.sameAs { return try filedAsMerged(message, into: first) }
        guard !known.isUnread, let conversation = known.conversation else { return nil }
        let draft = try number(
            "SELECT id FROM draft WHERE message = ? AND state = 'pending'",
            [message.rawValue]
        )
        return Filed(
            message: message,
            conversation: conversation,
            sameAs: nil,
            draft: draft.map(Draft.ID.init(rawValue:))
        )
    }

    private func write(_ encoded: EncodedFiling, in conversation: Conversation.ID, _ known: FiledState) throws {
        let filing = encoded.filing
        try run(
            """
            UPDATE message SET
                state = CASE state WHEN 'stored' THEN 'open' ELSE state END, unread = 0, attempts = 0,
                conversation = ?1, identity = ?2,
                position = (SELECT length + 1 FROM conversation WHERE id = ?1)
            WHERE id = ?3
            """,
            [conversation.rawValue, filing.identityColumn, filing.message.rawValue]
        )
        try run(
            "INSERT OR REPLACE INTO message_text (message, content, reading) VALUES (?, ?, ?)",
            [filing.message.rawValue, encoded.content, encoded.reading]
        )
        if let identifier = filing.content.messageID {
            try run(
                "INSERT OR IGNORE INTO message_identifier (identifier, message) VALUES (?, ?)",
                [identifier.column, filing.message.rawValue]
            )
        }
        try recordReading(filing, in: conversation)
    }

    private func recordReading(_ filing: Filing, in conversation: Conversation.ID) throws {
        let (message, at) = (filing.message, filing.at)
        let verdict = filing.reading.automatic.verdict.rawValue
        try record(.read, message: message, conversation: conversation, detail: verdict, at: at)
        if let bounce = filing.reading.bounce {
            try record(.bounced, message: message, conversation: conversation, detail: bounce.sentence, at: at)
        }
    }

    private func moveHead(of conversation: Conversation.ID, to encoded: EncodedFiling, arrivedAt: Date) throws {
        try run(
            """
            UPDATE conversation SET length = length + 1, last_message = ?, last_message_at = max(last_message_at, ?),
                customer = coalesce(customer, ?)
            WHERE id = ?
            """,
            [
                encoded.filing.message.rawValue, arrivedAt.microseconds, encoded.customer, conversation.rawValue,
            ]
        )
    }

    /// A new draft takes the place of a pending one. A parked message waits for a person and gets none.
    private func draft(
        for encoded: EncodedFiling,
        in conversation: Conversation.ID,
        _ known: FiledState
    ) throws -> Draft.ID? {
        guard let body = encoded.draft, known.state != .parked else { return nil }
        let (message, at) = (encoded.filing.message, encoded.filing.at)
        try supersedePendingDraft(of: conversation, at: at)
        let draft = try insertDraft(
            NewDraft(conversation: conversation, message: message, body: body, author: Actor.program, at: at)
        )
        let template = encoded.filing.draft?.template ?? ""
        try record(.drafted, message: message, conversation: conversation, detail: template, at: at)
        return draft
    }
}

extension Filing {
    /// NULL where the mail has nothing to be recognised by.
    var identityColumn: String? {
        identity.isEmpty ? nil : identity.column
    }
}

extension Bounce {
    /// One line for the history.
    fileprivate var sentence: String {
        [recipient, status, reason.map { String($0.prefix(200)) }].compactMap(\.self).joined(separator: " ")
    }
}
