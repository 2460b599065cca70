import Foundation
import Model

extension PromiseTerms {
    /// What a template declares, with the names that its slots have in the reply.
    ///
    /// - Parameter dueSlot: the slot that holds the day of a promise that is due `by: suggested`.
    init(_ plan: PromisePlan, matter: String, context: TextContext, dueSlot: String, hours: BusinessHours) {
        let due: Due =
            switch plan.by {
            case .slot(let name): .slot(context.slotName(name))
            case .suggested: .slot(dueSlot)
            case .workingHours(let count): .within(TimeInterval(count) * 3_600)
            case .workingDays(let count): .within(TimeInterval(count) * hours.longestDay)
            }
        self.init(what: plan.what, due: due, owner: plan.owner, matter: matter, fulfilment: plan.fulfilment)
    }
}

extension BusinessHours {
    /// Seconds of the day on which most is worked: so many hours of business are a working day.
    var longestDay: TimeInterval {
        let minutes = week.values.map { spans in spans.reduce(0) { $0 + $1.end - $1.start } }.max() ?? 0
        return TimeInterval((minutes > 0 ? minutes : 8 * 60) * 60)
    }
}
