import Foundation
import Model
import Replies
import Storage

extension PromiseKeeper {
    private static let mostFollowUps = 1_000

    /// Everything that is due to be come back to.
    func comeBack(at: Date) async throws {
        for followUp in try await parts.store.dueFollowUps(at: at, limit: Self.mostFollowUps) {
            await parts.attempt("follow-up \(followUp.id)") { try await comeBack(to: followUp, at: at) }
        }
    }

    func nextFollowUp() async throws -> Date? {
        try await parts.store.dueFollowUps(at: .distantFuture, limit: Self.mostFollowUps).map(\.dueAt).first {
            $0 > parts.now()
        }
    }

    private func comeBack(to followUp: FollowUp, at: Date) async throws {
        guard let record = try await parts.store.conversation(followUp.conversation) else { return }
        let inbox = inbox(record.conversation.inbox)
        let promises = try await parts.store.promises(in: followUp.conversation)
        let watch = FollowUpWatch(followUp: followUp, inbox: inbox)
        switch watch.step(in: record, promises: promises, at: at) {
        case .wait: return
        case .postpone(let date):
            try await parts.store.plan(followUp.kind, in: followUp.conversation, dueAt: date, by: Self.program, at: at)
        case .drop(let reason):
            try await parts.store.dropFollowUp(followUp.id, reason: reason, by: Self.program, at: at)
        case .draft:
            try await queueQuestion(followUp, record, at: at)
        }
    }

    private func queueQuestion(_ followUp: FollowUp, _ record: ConversationRecord, at: Date) async throws {
        let facts = OccasionFacts(.checkBack(followUp.id))
        guard let last = record.lastWritten, let body = await parts.occasions.draft(facts, last, at) else {
            let reason = "there is no template check_back"
            return try await parts.store.dropFollowUp(followUp.id, reason: reason, by: Self.program, at: at)
        }
        _ = try await parts.store.queueDraft(body, in: followUp.conversation, at: at)
    }

    private static let program = "wavelength"
}
