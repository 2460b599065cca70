import Foundation
import GRDB
import Model
import Storage

/// One step of a mail's way: where to, what was said, and who did it.
struct Transition {
    var state: OutgoingMail.State
    var event: HistoryEntry.Event
    var answer: String?
    /// What told of it; nil where that was no delivery.
    var delivery: Delivery.ID?
    var by = Actor.program
    var at: Date
}

extension Database {
    func claimDue(limit: Int, at: Date) throws -> [OutgoingMail] {
        try numbers(Self.dueMail, [at.microseconds, max(limit, 0)]).map { number in
            let id = OutgoingMail.ID(rawValue: number)
            try run("UPDATE outgoing SET attempts = attempts + 1 WHERE id = ?", [number])
            try move(listedMail(id), Transition(state: .sending, event: .sending, at: at))
            return try outgoingMail(id).orDamaged("bytes of outgoing mail \(id)")
        }
    }

    static let dueMail = """
        SELECT id FROM outgoing WHERE state = 'waiting' AND not_before <= ? AND \(hasItsTurn) AND NOT (\(hasUnreadNews))
        ORDER BY not_before, id LIMIT ?
        """

    /// Whether no other reply to the same place of a chat is being sent or comes before: one that is partly sent, else the
    /// one that was released first.
    static let hasItsTurn = """
        (chat IS NULL OR NOT EXISTS (
            SELECT 1 FROM outgoing AS other
            WHERE other.inbox = outgoing.inbox AND other.chat = outgoing.chat AND other.thread IS outgoing.thread
                AND other.id <> outgoing.id AND other.state IN ('waiting', 'sending', 'handingOver')
                AND (
                    other.state <> 'waiting'
                    OR (other.parts_sent = 0, other.id) < (outgoing.parts_sent = 0, outgoing.id)
                )
        ))
        """

    func markHandingOver(_ id: OutgoingMail.ID, at: Date) throws {
        // No row of history: it lasts for one round trip, and what comes of it leaves one.
        let mail = try listedMail(id)
        try check(mail, canBecome: .handingOver)
        if try isOvertaken(id) { throw StoreError.illegal("Mail \(id) is overtaken: the customer wrote again.") }
        try setState(.handingOver, of: id)
    }

    func markPartSent(_ id: OutgoingMail.ID, _ part: SentPart, at: Date) throws {
        let mail = try listedMail(id)
        guard mail.state == .handingOver, part.number >= mail.partsSent else {
            let standing = "\(mail.state.rawValue) with \(mail.partsSent) parts sent"
            throw StoreError.illegal("Mail \(id) is \(standing): it cannot have \(part.number).")
        }
        try note(part, of: mail)
        if part.number > mail.partsSent { try setPartsSent(part.number, of: mail, at: at) }
    }

    func setPartsSent(_ parts: Int, of mail: OutgoingMail, at: Date) throws {
        try run("UPDATE outgoing SET parts_sent = ? WHERE id = ?", [parts, mail.id.rawValue])
        try record(
            .partSent,
            message: mail.answers,
            conversation: mail.conversation,
            detail: "mail \(mail.id): \(parts)",
            at: at
        )
    }

    func markSent(_ id: OutgoingMail.ID, answer: String, at: Date) throws {
        let mail = try listedMail(id)
        try move(mail, Transition(state: .sent, event: .sent, answer: answer, at: at))
        try markDraftSent(of: mail)
        try settleByReceipts(id, at: at)
    }

    func markRetry(_ id: OutgoingMail.ID, answer: String, notBefore: Date, at: Date) throws {
        let mail = try listedMail(id)
        try checkIsOpen(mail)
        try move(mail, Transition(state: .waiting, event: .retrying, answer: answer, at: at))
        try setNotBefore(notBefore, of: id)
        if try isOvertaken(id) { try stop(listedMail(id), at: at) }
        try settleByReceipts(id, at: at)
    }

    func markFailed(_ id: OutgoingMail.ID, answer: String, at: Date) throws {
        let mail = try listedMail(id)
        try checkIsOpen(mail)
        try move(mail, Transition(state: .failed, event: .failed, answer: answer, at: at))
        _ = try bringBack(mail, .failed, note: answer, author: Actor.program, at: at)
    }

    func markUncertain(_ id: OutgoingMail.ID, answer: String, at: Date) throws {
        try move(listedMail(id), Transition(state: .uncertain, event: .uncertain, answer: answer, at: at))
        try settleByReceipts(id, at: at)
    }

    /// Makes one legal transition with its row of history.
    func move(_ mail: OutgoingMail, _ transition: Transition) throws {
        try check(mail, canBecome: transition.state)
        try setState(transition.state, of: mail.id)
        if let answer = transition.answer {
            try run("UPDATE outgoing SET last_answer = ? WHERE id = ?", [answer.column, mail.id.rawValue])
        }
        try record(
            transition.event,
            message: mail.answers,
            conversation: mail.conversation,
            delivery: transition.delivery,
            detail: ["mail \(mail.id)", transition.answer].compactMap(\.self).joined(separator: ": "),
            by: transition.by,
            at: transition.at
        )
    }

    func setNotBefore(_ date: Date, of id: OutgoingMail.ID) throws {
        try run("UPDATE outgoing SET not_before = ? WHERE id = ?", [date.microseconds, id.rawValue])
    }

    func markDraftSent(of mail: OutgoingMail) throws {
        guard let draft = mail.draft else { return }
        try run("UPDATE draft SET state = 'sent' WHERE id = ?", [draft.rawValue])
    }

    private func setState(_ state: OutgoingMail.State, of id: OutgoingMail.ID) throws {
        try run("UPDATE outgoing SET state = ? WHERE id = ?", [state.rawValue, id.rawValue])
    }

    private func check(_ mail: OutgoingMail, canBecome next: OutgoingMail.State) throws {
        guard mail.state.canBecome(next) else {
            throw StoreError.illegal("Mail \(mail.id) is \(mail.state.rawValue): it cannot become \(next.rawValue).")
        }
    }

    /// Only a person, or evidence of what became of it, settles an uncertain mail or unsettles a sent one: the program
    /// never sends it again.
    private func checkIsOpen(_ mail: OutgoingMail) throws {
        if mail.state == .uncertain {
            throw StoreError.illegal("Mail \(mail.id) is uncertain: a person has to resolve it.")
        }
        if mail.state == .sent { throw StoreError.illegal("Mail \(mail.id) is sent.") }
    }
}
