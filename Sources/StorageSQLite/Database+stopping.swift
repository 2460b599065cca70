import Foundation
import GRDB
import Model

extension Database {
    /// A reply in a chat that the customer wrote behind before anybody had it is taken back, or where it is leaving, as
    /// soon as it turns out that it did not leave. What a program writes, or somebody else in the thread, stops nothing.
    func stopApproval(by filing: Filing, in conversation: Conversation.ID, _ known: FiledState) throws {
        guard filing.reading.automatic.verdict == .human else { return }
        let stoppable = try rows(
            Self.stoppable,
            [conversation.rawValue, known.form.rawValue, known.sender?.column]
        )
        for row in stoppable {
            let id: OutgoingMail.ID = try row.id("id")
            switch try row.word(OutgoingMail.State.self, "state") {
            case .waiting: try stop(listedMail(id), at: filing.at)
            default: try setOvertaken(true, id)
            }
        }
    }

    /// An answer by mail stops what waits for the chat, since the widget mails its replies too; mail that waits is stopped
    /// by a chat message only while it is in its undo window. Of mail it is not known who writes in a chat.
    static let stoppable = """
        SELECT outgoing.id, outgoing.state FROM outgoing JOIN message AS asked ON asked.id = outgoing.answers
        WHERE outgoing.conversation = ?1 AND outgoing.draft IS NOT NULL AND outgoing.parts_sent = 0
            AND coalesce(asked.sender = ?3, 1)
            AND CASE outgoing.form
                WHEN 'chat' THEN outgoing.state IN ('waiting', 'sending', 'handingOver')
                ELSE ?2 = 'chat' AND outgoing.state = 'waiting' AND outgoing.attempts = 0
            END
        ORDER BY outgoing.id
        """

    /// Takes back a reply that nobody has.
    func stop(_ mail: OutgoingMail, at: Date) throws {
        let answer = "The customer wrote again before it left."
        try move(mail, Transition(state: .cancelled, event: .undone, answer: answer, at: at))
        let approver = mail.approvedBy ?? Actor.program
        let note = "The customer wrote again before the reply that \(approver) approved had left."
        _ = try bringBack(mail, .undone, note: note, author: Actor.program, at: at)
    }

    /// Whether the customer wrote again while a reply was leaving, and no part of it has arrived.
    func isOvertaken(_ id: OutgoingMail.ID) throws -> Bool {
        try number(
            "SELECT 1 FROM outgoing WHERE id = ? AND overtaken = 1 AND parts_sent = 0",
            [id.rawValue]
        ) != nil
    }

    func setOvertaken(_ isOvertaken: Bool, _ id: OutgoingMail.ID) throws {
        try run("UPDATE outgoing SET overtaken = ? WHERE id = ?", [isOvertaken, id.rawValue])
    }

    /// Whether the customer of a chat's reply has said what nobody has read yet, which may stop it. Of what was accepted and
    /// not yet taken apart nobody knows whose it is: all of the channel that was there when the reply became due counts, and
    /// nothing later, so that a busy channel does not hold its replies up for ever.
    static let hasUnreadNews = """
        outgoing.form = 'chat' AND outgoing.parts_sent = 0 AND (
            EXISTS (
                SELECT 1 FROM message AS asked CROSS JOIN message AS newer
                    ON newer.inbox = asked.inbox AND newer.sender = asked.sender
                WHERE asked.id = outgoing.answers AND newer.id > asked.id AND newer.unread = 1
            ) OR EXISTS (
                SELECT 1 FROM delivery AS oldest
                WHERE oldest.received_at <= outgoing.not_before AND oldest.id = (
                    SELECT id FROM delivery WHERE channel = outgoing.inbox AND state = 'received' ORDER BY id LIMIT 1
                )
            )
        )
        """
}
