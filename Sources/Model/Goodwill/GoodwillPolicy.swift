/// What may be given by whom (`config/goodwill.yaml`).
package struct GoodwillPolicy: Hashable, Sendable {
    package var offers: [GoodwillOffer]
    package var rules: [GoodwillRule]

    package init(offers: [GoodwillOffer] = [], rules: [GoodwillRule] = []) {
        self.offers = offers
        self.rules = rules
    }
}

/// How much one may give. Amounts are in minor units of the offers' currency; nil for no bound of that kind.
package struct GoodwillRule: Hashable, Sendable {
    /// For one person by their user name, else for everybody in a role. The most special rule counts.
    package enum Subject: Hashable, Sendable {
        case user(String)
        case role(User.Role)
    }

    package var subject: Subject
    package var currency: String
    /// For one grant.
    package var each: Int?
    /// By this subject in a calendar month; for a role, by each of its people.
    package var month: Int?
    /// To one customer in a calendar month, whoever gives.
    package var customerMonth: Int?
    /// For one cause (the matter's intent) in a calendar month, whoever gives.
    package var causeMonth: [String: Int]

    package init(
        subject: Subject,
        currency: String,
        each: Int? = nil,
        month: Int? = nil,
        customerMonth: Int? = nil,
        causeMonth: [String: Int] = [:]
    ) {
        self.subject = subject
        self.currency = currency
        self.each = each
        self.month = month
        self.customerMonth = customerMonth
        self.causeMonth = causeMonth
    }
}
