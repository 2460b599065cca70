import Foundation
import Model

/// Who would release a draft, when, and by which rules.
struct ReleaseContext: Sendable {
    var inbox: Inbox
    var rules: CommitmentRules
    var agent: Agent
    /// The customer's address key.
    var customer: String
    /// Where the customer's clock stands.
    var zone: TimeZone
    /// What was taken from the accounts of goodwill that a grant would be posted to, by currency.
    var taken: [String: [String: Int]]
    var at: Date

    var today: CalendarDay {
        CalendarDay(at, in: inbox.hours.zone)
    }

    /// - Parameter cause: the intent; empty for none.
    func goodwillCase(_ cause: String) -> GoodwillCase {
        GoodwillCase(user: agent.name, role: agent.role, customer: customer, cause: cause, day: today)
    }

    func obstacle(to offer: GoodwillOffer, cause: String) -> String? {
        rules.goodwill.obstacle(
            to: offer,
            for: goodwillCase(cause),
            taken: taken[offer.value.currency] ?? [:]
        )
    }
}
