import Foundation
import GRDB
import Model

extension Database {
    /// The messages that are one thought with this one, as `ReadingStore.burst` says.
    func burst(before message: Message.ID, pause: TimeInterval) throws -> [UnreadMessage] {
        let rows = try rows(Self.sameSender, [message.rawValue])
        let times = try rows.map { try $0.optionalDate("source_date") ?? $0.date("taken_at") }
        guard let own = times.first else { return [] }
        var (first, last) = (own, own)
        var found: [UnreadMessage] = []
        // Newest arrivals first: most often they lead from one to the next without a gap.
        for (row, time) in zip(rows, times).dropFirst() {
            guard time >= first.addingTimeInterval(-pause), time <= last.addingTimeInterval(pause) else { continue }
            first = min(first, time)
            last = max(last, time)
            found.append(try UnreadMessage(row: row))
        }
        return found.reversed()
    }

    /// The message itself, then what its sender wrote before.
    private static let sameSender = """
        \(UnreadMessage.select)
        JOIN message AS own ON own.id = ?1
        WHERE message.inbox = own.inbox AND message.sender = own.sender AND message.id <= own.id
            AND message.form = 'chat' AND (
                message.id = own.id OR message.state IN ('stored', 'open') OR EXISTS (
                    SELECT 1 FROM outgoing
                    WHERE outgoing.id = message.answered_by AND outgoing.state = 'waiting' AND outgoing.attempts = 0
                )
            )
        ORDER BY message.id DESC LIMIT 51
        """

    /// Takes back a reply that nobody has yet, since the customer wrote again before it left.
    func stopApproval(in conversation: Conversation.ID, at: Date) throws {
        let waiting = try rows(
            """
            SELECT id FROM outgoing
            WHERE conversation = ? AND state = 'waiting' AND attempts = 0 AND draft IS NOT NULL
            """,
            [conversation.rawValue]
        )
        for row in waiting {
            let mail = try listedMail(row.id("id"))
            let answer = "The customer wrote again before it left."
            try move(mail, Transition(state: .cancelled, event: .undone, answer: answer, at: at))
            let approver = mail.approvedBy ?? Actor.program
            let note = "The customer wrote again before the reply that \(approver) approved had left."
            _ = try bringBack(mail, .undone, note: note, author: Actor.program, at: at)
        }
    }
}
