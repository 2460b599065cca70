import Model

/// What may be given with a reply, by this person or by somebody with more authority.
struct GoodwillView: Sendable {
    struct Item: Sendable {
        var id: String
        var title: String
        var value: String
        /// nil where this person may give it now.
        var obstacle: String?
    }

    var offers: [Item]
    var hasOffers: Bool
    /// Those that only somebody else may give.
    var above: [Item]
    var hasAbove: Bool

    init(_ standings: [OfferStanding], language: String) {
        offers = standings.map { standing in
            Item(
                id: standing.offer.id,
                title: standing.offer.title(in: [language, "en"]),
                value: standing.offer.value.text,
                obstacle: standing.obstacle
            )
        }
        hasOffers = !offers.isEmpty
        above = offers.filter { $0.obstacle != nil }
        hasAbove = !above.isEmpty
    }
}
