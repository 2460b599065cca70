import GRDB
import Model

extension Database {
    /// Why a draft that wants a second pair of eyes is not released yet; nil where nothing of the kind is missing.
    ///
    /// The first release is kept for the version and the head that the person saw. The recipients are part of the version.
    func refusedForSecondPair(_ approval: Approval, _ draft: Draft) throws -> Decision<OutgoingMail.ID>? {
        guard draft.body.wantsSecondPair else { return nil }
        let before = try endorsers(of: approval)
        if before.contains(where: { $0 != approval.by.column }) { return nil }
        let refusal = Refusal.wantsSecondPair(first: approval.by)
        guard before.isEmpty else { return try refuse([refusal], draft, by: approval.by, at: approval.at) }
        try endorse(approval)
        try record(.seconded, draft, detail: "version \(draft.version)", by: approval.by, at: approval.at)
        return .refused([refusal])
    }

    private func endorse(_ approval: Approval) throws {
        let head = approval.threadHead
        try run(
            """
            INSERT INTO endorsement (draft, version, head_message, head_outgoing, by, at) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                approval.draft.rawValue, approval.version, head.lastMessage.rawValue, head.lastOutgoing?.rawValue,
                approval.by.column, approval.at.microseconds,
            ]
        )
    }

    private func endorsers(of approval: Approval) throws -> [String] {
        let head = approval.threadHead
        return try rows(
            """
            SELECT by FROM endorsement WHERE draft = ? AND version = ? AND head_message = ? AND head_outgoing IS ?
            """,
            [approval.draft.rawValue, approval.version, head.lastMessage.rawValue, head.lastOutgoing?.rawValue]
        )
        .map { try $0.text("by") }
    }
}
