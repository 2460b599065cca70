import Foundation
import Model

/// When something has to be done about a promise, and what. Pure.
struct PromiseWatch {
    let promise: Promise
    let hours: BusinessHours

    enum Step: Hashable, Sendable {
        /// The customer has heard, or somebody decided that they need not.
        case none
        /// Queue the news of the delay.
        case draft
        /// Another draft is in the way: a person has to see to both.
        case alert(Draft.ID)
    }

    /// When the customer should hear of a delay at the latest: a quarter of the given working time before it is due, at
    /// least a working hour and at most a working day, but never in the first half of the time.
    var warning: Date {
        let given = hours.seconds(from: promise.madeAt, to: promise.dueAt)
        guard given > 0 else {
            // All of it lies outside the hours.
            let wall = promise.dueAt.timeIntervalSince(promise.madeAt)
            return promise.dueAt.addingTimeInterval(-max(0, wall) / 4)
        }
        let lead = min(min(max(given / 4, 3_600), hours.dayLength), given / 2)
        return hours.date(subtracting: lead, from: promise.dueAt)
    }

    /// What there is to do about a promise that is late or about to be.
    func step(in record: ConversationRecord) -> Step {
        let occasion = Occasion.promiseLate(promise.id)
        if record.drafts.contains(where: { $0.body.occasion == occasion && $0.state != .superseded }) { return .none }
        return record.drafts.first { $0.state == .pending }.map { .alert($0.id) } ?? .draft
    }

    /// The day to put it off to: what is realistic from now on, and at least a working day more than was given.
    func newDay(_ term: SuggestedTerm, from now: Date) -> CalendarDay {
        max(term.day(from: now, hours), hours.day(adding: 1, to: max(promise.dueAt, now)))
    }
}

extension Promise {
    /// Whether the promised thing is still to be done, be it late.
    var isOwed: Bool {
        state == .open || state == .broken && doneAt == nil
    }
}
