/// A grant about to be entered into the ledger, in the transaction that releases its reply.
package struct GoodwillGrant: Hashable, Sendable {
    /// The id of the offer.
    package var offer: String
    package var value: Money
    /// The customer's address key.
    package var customer: String
    /// The intent of the matter.
    package var cause: String
    /// Every account that it has to fit into.
    package var caps: [GoodwillCap]

    package init(offer: String, value: Money, customer: String, cause: String, caps: [GoodwillCap]) {
        self.offer = offer
        self.value = value
        self.customer = customer
        self.cause = cause
        self.caps = caps
    }
}

/// An account of the goodwill ledger with the most that may be taken from it.
package struct GoodwillCap: Hashable, Sendable {
    /// Such as `agent/anna/2026-11`, `customer/a@b.example/2026-11`, `cause/order.late/2026-11`.
    package var account: String
    /// In minor units of the grant's currency.
    package var limit: Int

    package init(account: String, limit: Int) {
        self.account = account
        self.limit = limit
    }
}
