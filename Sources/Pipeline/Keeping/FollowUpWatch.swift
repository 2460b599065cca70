import Foundation
import Model

/// What there is to do about something that is to be come back to, once it is due. Pure.
struct FollowUpWatch {
    let followUp: FollowUp
    let inbox: Inbox

    enum Step: Hashable, Sendable {
        case draft
        /// Another draft is pending, or what was promised is not done yet.
        case wait
        case postpone(Date)
        case drop(String)
    }

    /// Working days after which nobody asks about what was promised and never done.
    private static let patience = 10

    func step(in record: ConversationRecord, promises: [Promise], at: Date) -> Step {
        if Self.customerWrote(in: record) { return .drop("the customer wrote since") }
        if let due = promises.filter({ $0.state == .open }).map(\.dueAt).max() {
            return .postpone(inbox.promises.checkBack.end(from: max(due, at), inbox.hours))
        }
        if let due = promises.filter(\.isOwed).map(\.dueAt).max() {
            let isHopeless = at > inbox.hours.date(addingDays: Self.patience, to: due)
            return isHopeless ? .drop("what was promised was not done") : .wait
        }
        return record.drafts.contains { $0.state == .pending } ? .wait : .draft
    }

    /// Whether the customer wrote after the last recovery: then they have said how it is, and have an answer coming.
    private static func customerWrote(in record: ConversationRecord) -> Bool {
        let recoveries = Set(record.drafts.filter { !$0.body.recovery.isEmpty }.map(\.id))
        let released = record.outgoing.last { mail in
            mail.draft.map(recoveries.contains) == true && ![.cancelled, .failed].contains(mail.state)
        }
        guard let released else { return false }
        return record.messages.contains { message in
            message.takenAt > released.createdAt && message.reading?.automatic.verdict == .human
        }
    }
}
