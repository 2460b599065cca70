import Foundation
import GRDB
import Model
import Storage

/// A reply that is being released, for what is entered with it.
struct Release {
    var mail: OutgoingMail.ID
    var inbox: InboxName
    var draft: Draft
    var by: String
    var at: Date
}

extension Database {
    /// Enters what a release commits us to. Earlier promises come first: those made now are not fulfilled by themselves.
    func commit(_ commitments: Commitments, _ goodwill: GoodwillPlan, by release: Release) throws {
        try insert(release)
        let moved = try settlePromises(by: release)
        for promise in commitments.promises { try enter(promise, in: release, movedFrom: moved) }
        for limit in Set(commitments.limits).sorted() { try note(limit, toldBy: release) }
        for entry in goodwill.entries { try post(entry, for: release) }
        if let dueAt = commitments.checkBack {
            try plan(
                .checkBack,
                in: release.draft.conversation,
                dueAt: dueAt,
                release.mail,
                by: release.by,
                at: release.at
            )
        }
    }

    private func insert(_ release: Release) throws {
        let body = release.draft.body
        try run(
            "INSERT INTO released (outgoing, conversation, at, fulfils, recovers) VALUES (?, ?, ?, ?, ?)",
            [
                release.mail.rawValue, release.draft.conversation.rawValue, release.at.microseconds,
                body.occasion.isAnswer, !body.recovery.isEmpty,
            ]
        )
    }

    /// Takes back what a reply that nobody got committed us to, once however often it is found out. A mail that was
    /// released before the ledgers were there has nothing to take back.
    func takeBackCommitments(of mail: OutgoingMail.ID, by: String, at: Date) throws {
        try run("UPDATE released SET taken_back = 1 WHERE outgoing = ? AND taken_back = 0", [mail.rawValue])
        guard changesCount == 1 else { return }
        try withdrawPromises(of: mail, by: by, at: at)
        try reopenPromises(settledBy: mail, by: by, at: at)
        try reverseGrants(of: mail, by: by, at: at)
        try dropFollowUps(plannedBy: mail, by: by, at: at)
    }
}

extension Occasion {
    /// Whether a reply for it can be the one that was promised. News of a delay or of a limit, or a question of ours,
    /// is not.
    var isAnswer: Bool {
        switch self {
        case .message, .promiseEarly: true
        case .promiseLate, .limitEnded, .checkBack: false
        }
    }
}
