/// Who would give what to whom, and why: what decides how much is left.
package struct GoodwillCase: Hashable, Sendable {
    /// A user's name.
    package var user: String
    package var role: User.Role
    /// The customer's address key.
    package var customer: String
    /// The intent of the matter; empty where it has none.
    package var cause: String
    /// Where the inbox is: its month counts.
    package var day: CalendarDay

    package init(user: String, role: User.Role, customer: String, cause: String, day: CalendarDay) {
        self.user = user
        self.role = role
        self.customer = customer
        self.cause = cause
        self.day = day
    }

    /// Such as `2026-11`.
    var month: String {
        String(day.text.prefix(7))
    }

    var personAccount: String { "agent/\(user)/\(month)" }
    package var customerAccount: String { customerAccount(of: customer) }
    var causeAccount: String { "cause/\(cause)/\(month)" }

    /// The account of another address of the customer.
    package func customerAccount(of address: String) -> String {
        "customer/\(address)/\(month)"
    }

    /// Every account that a grant is posted to.
    package var accounts: [String] {
        [personAccount, customerAccount] + (cause.isEmpty ? [] : [causeAccount])
    }
}
