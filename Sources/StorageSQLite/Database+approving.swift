import Foundation
import GRDB
import Model
import Storage

/// A mail about to be entered into the outbox, and what it belongs to.
struct OutboxEntry {
    var mail: NewOutgoingMail
    var conversation: Conversation.ID
    var draft: Draft.ID?
    var answers: Message.ID
    var approvedBy: String?
    var at: Date
}

extension OutboxEntry {
    /// The mail of a draft that somebody released.
    fileprivate init(_ mail: NewOutgoingMail, _ draft: Draft, by: String, at: Date) {
        self.init(
            mail: mail,
            conversation: draft.conversation,
            draft: draft.id,
            answers: draft.message,
            approvedBy: by,
            at: at
        )
    }
}

extension Database {
    func approve(
        _ approval: Approval,
        mail: NewOutgoingMail,
        commitments: Commitments
    ) throws -> Decision<OutgoingMail.ID> {
        guard mail.kind == .reply else { throw StoreError.illegal("Only a reply is released by an approval.") }
        let (by, at) = (approval.by, approval.at)
        guard let draft = try draft(approval.draft) else { return try refuse([.noSuchDraft], nil, by: by, at: at) }
        let objections = approval.objections(to: draft, head: try head(of: draft.conversation))
        guard objections.isEmpty else { return try refuse(objections, draft, by: by, at: at) }
        if let refused = try refusedForSecondPair(approval, draft) { return refused }
        let grants = try commitments.grants.map(countedOverIdentities)
        var goodwill = try goodwillPlan(for: grants)
        if let sentence = try goodwill.enter(grants) {
            return try refuse([.overBudget(sentence)], draft, by: by, at: at)
        }
        let release = Release(
            mail: try release(draft, as: OutboxEntry(mail, draft, by: by, at: at)),
            inbox: mail.inbox,
            draft: draft,
            by: by,
            at: at
        )
        try commit(commitments, goodwill, by: release)
        return .done(release.mail)
    }

    private func release(_ draft: Draft, as entry: OutboxEntry) throws -> OutgoingMail.ID {
        let (mail, by) = (try enter(entry), entry.approvedBy ?? Actor.program)
        try setState(.approved, of: draft.id, decidedBy: by, note: draft.note)
        try record(.approved, draft, detail: "version \(draft.version), mail \(mail)", by: by, at: entry.at)
        if draft.body.occasion == .message { try answer(draft, with: mail, by: by, at: entry.at) }
        return mail
    }

    /// Puts a mail into the outbox, waiting.
    func enter(_ entry: OutboxEntry) throws -> OutgoingMail.ID {
        let (new, composed) = (entry.mail, entry.mail.mail)
        let id = try insert(
            """
            INSERT INTO outgoing (
                kind, state, inbox, conversation, draft, answers, form, message_id, reverse_path, forward_paths,
                not_before, created_at, approved_by, chat, thread, parts
            ) VALUES (?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                new.kind.rawValue, new.inbox.column, entry.conversation.rawValue, entry.draft?.rawValue,
                entry.answers.rawValue, composed.form.rawValue, composed.messageID.column, composed.reversePath.column,
                JSONColumn.encode(composed.forwardPaths), new.notBefore.microseconds, entry.at.microseconds,
                entry.approvedBy?.column, composed.chat?.place.chat.column, composed.chat?.place.thread?.column,
                composed.chat?.parts,
            ]
        )
        try run("INSERT INTO raw_outgoing (outgoing, bytes) VALUES (?, ?)", [id, Data(composed.raw)])
        try refreshOutgoingHead(of: entry.conversation)
        return OutgoingMail.ID(rawValue: id)
    }
}
