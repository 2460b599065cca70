/// What one person may give for one matter: the bounds of the rules that apply to them, put together.
package struct GoodwillAllowance: Hashable, Sendable {
    package var currency: String
    /// In minor units; nil for no bound of that kind, as in all that follow.
    package var each: Int?
    package var month: Int?
    package var customerMonth: Int?
    package var causeMonth: Int?
}

extension GoodwillPolicy {
    /// nil where no rule lets this person give anything in that currency.
    ///
    /// The rules of one person come before those of their role; each bound is taken from the first that names it, so that
    /// a rule of somebody's own changes what it says and leaves the rest. A role without a rule has that of the next
    /// lower role.
    package func allowance(for matter: GoodwillCase, currency: String) -> GoodwillAllowance? {
        let rules = rules(for: matter, currency: currency)
        guard !rules.isEmpty else { return nil }
        return GoodwillAllowance(
            currency: currency,
            each: rules.lazy.compactMap(\.each).first,
            month: rules.lazy.compactMap(\.month).first,
            customerMonth: rules.lazy.compactMap(\.customerMonth).first,
            causeMonth: rules.lazy.compactMap { $0.causeMonth[matter.cause] }.first
        )
    }

    private func rules(for matter: GoodwillCase, currency: String) -> [GoodwillRule] {
        let usable = rules.filter { $0.currency == currency }
        let own = usable.filter { $0.subject == .user(matter.user) }
        let roles = User.Role.allCases.prefix { $0 != matter.role } + [matter.role]
        let byRole = roles.reversed().lazy.map { role in usable.filter { $0.subject == .role(role) } }
        return own + (byRole.first { !$0.isEmpty } ?? [])
    }
}

extension GoodwillAllowance {
    /// The accounts that a grant is posted to, each with its bound. An account without one is posted to all the same:
    /// another person's rule, or tomorrow's, may bound it.
    func caps(for matter: GoodwillCase) -> [GoodwillCap] {
        let bounds = [
            matter.personAccount: month, matter.customerAccount: customerMonth, matter.causeAccount: causeMonth,
        ]
        return matter.accounts.map { GoodwillCap(account: $0, limit: bounds[$0].flatMap(\.self) ?? Self.unbounded) }
    }

    /// More than anybody gives, and far from overflow when added to what was taken.
    static let unbounded = 1_000_000_000_000
}
