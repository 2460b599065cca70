import Foundation
import Model

extension PromiseTerms {
    /// What a template declares, with the names that its slots have in the reply.
    ///
    /// - Parameter dueSlot: the slot that holds the day of a promise that is due `by: suggested`.
    init(_ plan: PromisePlan, matter: String, context: TextContext, dueSlot: String) {
        let due: Due =
            switch plan.by {
            case .slot(let name): .slot(context.slotName(name))
            case .suggested: .slot(dueSlot)
            case .workingHours(let count): .within(TimeInterval(count) * 3_600)
            case .workingDays(let count): .workingDays(count)
            }
        self.init(what: plan.what, due: due, owner: plan.owner, matter: matter, fulfilment: plan.fulfilment)
    }
}
