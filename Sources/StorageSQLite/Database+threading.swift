import Foundation
import GRDB
import Model

extension Database {
    /// The conversation a filing belongs to, begun if there is none: where it was before, our own token, identifiers,
    /// and last the same person with the same subject.
    func conversation(
        for encoded: EncodedFiling,
        _ known: FiledState,
        sameSubjectWindow: TimeInterval
    ) throws -> Conversation.ID {
        if let conversation = known.conversation { return conversation }
        let keys = encoded.filing.thread
        if let verified = try existing(keys.verified) { return verified }
        if let named = try conversation(namedBy: keys.identifiers) { return named }
        if let alike = try conversation(alike: keys, known, within: sameSubjectWindow) { return alike }
        return try begin(encoded, known)
    }

    private func existing(_ conversation: Conversation.ID?) throws -> Conversation.ID? {
        guard let conversation else { return nil }
        return try number("SELECT id FROM conversation WHERE id = ?", [conversation.rawValue])
            .map(Conversation.ID.init(rawValue:))
    }

    /// The first identifier that any mail of theirs or ours carries decides; of several mails with it, the newest.
    private func conversation(namedBy identifiers: [String]) throws -> Conversation.ID? {
        for identifier in identifiers where !identifier.isEmpty {
            if let found = try number(Self.byIdentifier, [identifier.column]) {
                return Conversation.ID(rawValue: found)
            }
        }
        return nil
    }

    private func conversation(
        alike keys: ThreadKeys,
        _ known: FiledState,
        within window: TimeInterval
    ) throws -> Conversation.ID? {
        guard let person = keys.personColumn, let subject = keys.subjectColumn else { return nil }
        let arrivedAt = known.arrivedAt
        let window = keys.window ?? window
        return try number(
            Self.byPersonAndSubject,
            [
                known.inbox.column, person, subject, arrivedAt.addingTimeInterval(-window).microseconds,
                arrivedAt.addingTimeInterval(window).microseconds,
            ]
        )
        .map(Conversation.ID.init(rawValue:))
    }

    private func begin(_ encoded: EncodedFiling, _ known: FiledState) throws -> Conversation.ID {
        let filing = encoded.filing
        let id = try insert(
            """
            INSERT INTO conversation (
                inbox, subject, customer, person, subject_key, length, last_message, last_message_at
            ) VALUES (?, ?, ?, ?, ?, 0, ?, ?)
            """,
            [
                known.inbox.column, filing.content.subject.column, encoded.customer,
                filing.thread.personColumn, filing.thread.subjectColumn, filing.message.rawValue,
                known.arrivedAt.microseconds,
            ]
        )
        return Conversation.ID(rawValue: id)
    }

    static let byIdentifier = """
        SELECT conversation FROM (
            SELECT message.conversation, message.taken_at AS at FROM message_identifier
            JOIN message ON message.id = message_identifier.message
            WHERE identifier = ?1 AND message.conversation IS NOT NULL
            UNION ALL
            SELECT conversation, created_at AS at FROM outgoing WHERE message_id = ?1
        )
        ORDER BY at DESC LIMIT 1
        """

    static let byPersonAndSubject = """
        SELECT id FROM conversation
        WHERE inbox = ? AND person = ? AND subject_key = ? AND last_message_at BETWEEN ? AND ?
        ORDER BY last_message_at DESC LIMIT 1
        """
}

extension ThreadKeys {
    fileprivate var personColumn: String? {
        guard let person, !person.isEmpty else { return nil }
        return person.column
    }

    fileprivate var subjectColumn: String? {
        subject.isEmpty ? nil : subject.column
    }
}
