/// An offer as it stands for one person and one matter.
package struct OfferStanding: Hashable, Sendable {
    package var offer: GoodwillOffer
    /// Why it cannot be given at once, in one sentence; nil where it can.
    package var obstacle: String?

    package init(offer: GoodwillOffer, obstacle: String?) {
        self.offer = offer
        self.obstacle = obstacle
    }
}

extension GoodwillPolicy {
    package func offer(_ id: String) -> GoodwillOffer? {
        offers.first { $0.id == id }
    }

    /// Each of these offers with what keeps this person from giving it now.
    ///
    /// - Parameter taken: what was taken from the accounts of the matter so far, in minor units.
    package func standing(
        of offers: [GoodwillOffer],
        for matter: GoodwillCase,
        taken: [String: Int]
    ) -> [OfferStanding] {
        offers.map { OfferStanding(offer: $0, obstacle: obstacle(to: $0, for: matter, taken: taken)) }
    }

    /// What keeps this person from giving an offer now, in one sentence; nil where nothing does.
    package func obstacle(to offer: GoodwillOffer, for matter: GoodwillCase, taken: [String: Int]) -> String? {
        let value = offer.value
        guard let allowance = allowance(for: matter, currency: value.currency) else {
            return "Nothing in config/goodwill.yaml lets \(matter.user) give anything."
        }
        if let each = allowance.each, value.minorUnits > each {
            return "\(matter.user) may give \(value.with(each).text) at once, and this is \(value.text)."
        }
        let full = allowance.caps(for: matter).first { taken[$0.account, default: 0] + value.minorUnits > $0.limit }
        return full.map { cap in
            let left = max(0, cap.limit - taken[cap.account, default: 0])
            return
                "\(matter.owner(of: cap.account)) has \(value.with(left).text) of \(value.with(cap.limit).text) left "
                + "for \(matter.month), and this is \(value.text)."
        }
    }

    /// The grant to enter with the release; nil where no rule lets this person give in that currency. It may be more than
    /// is left: the store decides that in its own transaction.
    package func grant(_ offer: GoodwillOffer, for matter: GoodwillCase) -> GoodwillGrant? {
        allowance(for: matter, currency: offer.value.currency).map { allowance in
            GoodwillGrant(
                offer: offer.id,
                value: offer.value,
                customer: matter.customer,
                cause: matter.cause,
                caps: allowance.caps(for: matter)
            )
        }
    }
}

extension GoodwillCase {
    fileprivate func owner(of account: String) -> String {
        switch account {
        case customerAccount: "This customer"
        case causeAccount: "“\(cause)”"
        default: user
        }
    }
}

extension Money {
    /// Another amount in the same currency.
    fileprivate func with(_ minorUnits: Int) -> Money {
        Money(minorUnits: minorUnits, currency: currency)
    }
}
