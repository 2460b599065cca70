import Foundation
import GRDB
import Model
import Storage

extension Database {
    func chat(with person: ChatAddress, limit: Int) throws -> ChatRecord {
        let who: StatementArguments = [person.channel.column, person.person.column, max(limit, 0)]
        return ChatRecord(
            messages: try rows(Self.chatMessages, who).reversed().map(UnreadMessage.init),
            replies: try rows(Self.shownReplies, who).reversed().map(OutgoingMail.init)
        )
    }

    static let chatMessages = """
        \(UnreadMessage.select)
        WHERE message.inbox = ? AND message.sender = ? AND message.form = 'chat' AND message.same_as IS NULL
        ORDER BY message.id DESC LIMIT ?
        """

    /// By the message that a reply answers, so that nobody is shown what answers somebody else in a merged conversation.
    static let shownReplies = """
        SELECT outgoing.*, raw_outgoing.bytes
        FROM message CROSS JOIN outgoing ON outgoing.answers = message.id
            JOIN raw_outgoing ON raw_outgoing.outgoing = outgoing.id
        WHERE message.inbox = ? AND message.sender = ? AND outgoing.form = 'chat' AND outgoing.kind = 'reply'
            AND (outgoing.state = 'sent' OR outgoing.parts_sent > 0)
        ORDER BY outgoing.id DESC LIMIT ?
        """

    func mailAddress(leftBy person: ChatAddress) throws -> String? {
        try row("SELECT address FROM left_address WHERE person = ?", [person.column])?.text("address")
    }

    func leaveMailAddress(_ address: String?, by person: ChatAddress, at: Date) throws {
        guard let address else {
            return try run("DELETE FROM left_address WHERE person = ?", [person.column])
        }
        try run(
            """
            INSERT INTO left_address (person, address, at) VALUES (?, ?, ?)
            ON CONFLICT (person) DO UPDATE SET address = excluded.address, at = excluded.at
            """,
            [person.column, address.column, at.microseconds]
        )
    }
}

extension ChatAddress {
    fileprivate var column: String { mailAddress(name: nil).address.column }
}
