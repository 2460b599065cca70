import Foundation
package import Model

/// An offer of a draft that an ordinary agent could not have given.
package struct OverBudget: Hashable, Sendable {
    package var message: Message.ID
    /// The id of the offer.
    package var offer: String
    /// In one sentence.
    package var reason: String
}

/// What a row of drafts would have cost if one ordinary agent had given the dearest offer of each: the cautious side.
struct BudgetTrial {
    private let policy: GoodwillPolicy
    /// In minor units, by currency and account.
    private var taken: [String: [String: Int]] = [:]
    private(set) var overBudget: [OverBudget] = []

    init(_ policy: GoodwillPolicy) {
        self.policy = policy
    }

    /// - Parameter today: where the inbox is.
    mutating func give(_ body: DraftBody, for past: PastDraft, today: CalendarDay, _ preparation: MessagePreparation) {
        let customer = past.message.content.flatMap { preparation.customer(of: $0) }?.key ?? ""
        let matter = GoodwillCase(
            user: "An ordinary agent",
            role: .agent,
            customer: customer,
            cause: body.goodwillCause,
            day: today
        )
        for slot in body.slots {
            guard case .goodwill(let offers) = slot.kind else { continue }
            give(offers.sorted { $0.value.minorUnits > $1.value.minorUnits }, matter, past.message.id)
        }
    }

    /// - Parameter offers: the dearest first.
    private mutating func give(_ offers: [GoodwillOffer], _ matter: GoodwillCase, _ message: Message.ID) {
        for offer in offers {
            let currency = offer.value.currency
            if let reason = policy.obstacle(to: offer, for: matter, taken: [:]) {
                overBudget.append(OverBudget(message: message, offer: offer.id, reason: reason))
                continue
            }
            if let reason = policy.obstacle(to: offer, for: matter, taken: taken[currency] ?? [:]) {
                overBudget.append(OverBudget(message: message, offer: offer.id, reason: reason))
                return
            }
            for account in matter.accounts {
                taken[currency, default: [:]][account, default: 0] += offer.value.minorUnits
            }
            return
        }
    }
}
