package import Foundation
package import Model

/// Everything that is known besides the message when a reply to it is composed.
package struct ReplySituation: Hashable, Sendable {
    package var customer: CustomerRecord
    /// By placeholder, such as `lookup.order.arrives`.
    package var facts: [String: FactValue]
    /// By the name of the look-up.
    package var lookupFailures: [String: LookupFailure]
    /// Those in force that day.
    package var limits: [Limit]
    /// What may be granted at all now.
    package var offers: [GoodwillOffer]
    /// By matter: what is realistic to promise, for a promise that is due `by: suggested` and for a date slot that a
    /// promise is due by and that nothing else fills.
    package var suggestedDays: [String: CalendarDay]
    package var at: Date

    package init(
        customer: CustomerRecord = CustomerRecord(),
        facts: [String: FactValue] = [:],
        lookupFailures: [String: LookupFailure] = [:],
        limits: [Limit] = [],
        offers: [GoodwillOffer] = [],
        suggestedDays: [String: CalendarDay] = [:],
        at: Date = Date(timeIntervalSince1970: 0)
    ) {
        self.customer = customer
        self.facts = facts
        self.lookupFailures = lookupFailures
        self.limits = limits
        self.offers = offers
        self.suggestedDays = suggestedDays
        self.at = at
    }
}
