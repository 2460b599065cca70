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
        // What was answered to a try no longer says why the mail is where it is.
        try run("UPDATE outgoing SET last_answer = NULL WHERE id = ?", [id.rawValue])
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
        if delivered { try markDraftSent(of: mail) } else { try sendAgain(id, at: at) }
        try settleByReceipts(id, at: at)
        return try .done(listedMail(id).state)
    }

    /// Whoever wants that has seen what the customer wrote meanwhile.
    private func sendAgain(_ id: OutgoingMail.ID, at: Date) throws {
        try setNotBefore(at, of: id)
        try setOvertaken(false, id)
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
    /// Of a reply in a chat that has arrived in part only the rest comes back, and what it committed us to stands. One
    /// that has arrived whole is sent for all that became of it, and nothing comes back.
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
        let unsent = try unsent(of: mail.id)
        if case .nothing = unsent {
            try markDraftSent(of: mail)
            return mail.draft
        }
        if case .everything = unsent { try takeBackCommitments(of: mail.id, by: author, at: at) }
        try reopenMessages(answeredBy: mail.id, event, detail: "mail \(mail.id)", by: author, at: at)
        guard let id = mail.draft else { return nil }
        let draft = try draft(id).orDamaged("draft \(id)")
        let newer = try pendingDraft(of: mail.conversation)
        let head = try head(of: mail.conversation)
        try advance(draft, body: unsent.body(of: draft.body), head: head, author: author, at: at)
        try setState(newer == nil ? .pending : .superseded, of: id, decidedBy: nil, note: note)
        guard let newer else { return id }
        let why = note.map { ": \($0)" } ?? "; it was taken back."
        try setState(.pending, of: newer.id, decidedBy: nil, note: unsent.sentence(of: id) + why)
        return newer.id
    }
}

extension OutgoingMail {
    /// Why a mail cannot be taken back, in one sentence; nil where it can.
    fileprivate var whyNotUndone: String? {
        if draft == nil { return "No draft stands behind this mail." }
        if state != .waiting { return "This mail is \(state.rawValue): it cannot be taken back." }
        if partsSent > 0 { return "A part of this reply has arrived: it cannot be taken back." }
        // What a person can take back of mail ends with its undo window.
        return mail.form == .mail && attempts > 0 ? "A delivery was begun: this mail cannot be taken back." : nil
    }
}
