import Foundation
import GRDB
import Model

extension Database {
    func undo(_ id: OutgoingMail.ID, by: String, at: Date) throws -> Decision<Draft.ID> {
        let mail = try listedMail(id)
        if let sentence = mail.whyNotUndone {
            return try refuse(mail, sentence, by: by, at: at)
        }
        try move(mail, Transition(state: .cancelled, event: .undone, by: by, at: at))
        let draft = try bringBack(mail, .undone, note: nil, author: by, at: at)
        return try .done(draft.orDamaged("draft of mail \(id)"))
    }

    func resolve(
        _ id: OutgoingMail.ID,
        delivered: Bool,
        by: String,
        at: Date
    ) throws -> Decision<OutgoingMail.State> {
        let mail = try listedMail(id)
        guard mail.state == .uncertain else {
            return try refuse(mail, "This mail is \(mail.state.rawValue): there is nothing to settle.", by: by, at: at)
        }
        let next: OutgoingMail.State = delivered ? .sent : .waiting
        let answer = delivered ? "It was delivered." : "It was not delivered."
        try move(mail, Transition(state: next, event: .resolved, answer: answer, by: by, at: at))
        if delivered { try markDraftSent(of: mail) } else { try setNotBefore(at, of: id) }
        try settleByReceipts(id, at: at)
        return try .done(listedMail(id).state)
    }

    private func refuse<Success>(
        _ mail: OutgoingMail,
        _ sentence: String,
        by: String,
        at: Date
    ) throws -> Decision<Success> {
        try record(
            .refused,
            message: mail.answers,
            conversation: mail.conversation,
            detail: "mail \(mail.id): \(sentence)",
            by: by,
            at: at
        )
        return .refused([.notSendable(sentence)])
    }

    /// Gives the draft of a mail that nobody got back to the desk: pending in a new version, its messages open again,
    /// and what it committed us to is taken back.
    ///
    /// Where the customer wrote again meanwhile, the newer draft stays the pending one and says so in its note; the
    /// text that came back is kept as a version of the draft that it was. Returns the draft that is pending now.
    func bringBack(
        _ mail: OutgoingMail,
        _ event: HistoryEntry.Event,
        note: String?,
        author: String,
        at: Date
    ) throws -> Draft.ID? {
        try refreshOutgoingHead(of: mail.conversation)
        try takeBackCommitments(of: mail.id, by: author, at: at)
        try reopenMessages(answeredBy: mail.id, event, detail: "mail \(mail.id)", by: author, at: at)
        guard let id = mail.draft else { return nil }
        let draft = try draft(id).orDamaged("draft \(id)")
        let newer = try pendingDraft(of: mail.conversation)
        let head = try head(of: mail.conversation)
        try advance(draft, body: draft.body, head: head, author: author, at: at)
        try setState(newer == nil ? .pending : .superseded, of: id, decidedBy: nil, note: note)
        guard let newer else { return id }
        let text = "Draft \(id) did not reach the customer\(note.map { ": \($0)" } ?? "; it was taken back.")"
        try setState(.pending, of: newer.id, decidedBy: nil, note: text)
        return newer.id
    }
}

extension OutgoingMail {
    /// Why a mail cannot be taken back, in one sentence; nil where it can.
    fileprivate var whyNotUndone: String? {
        if draft == nil { return "No draft stands behind this mail." }
        if state == .waiting, attempts > 0 { return "A delivery was begun: this mail may be on its way." }
        return state == .waiting ? nil : "This mail is \(state.rawValue): it cannot be taken back."
    }
}
