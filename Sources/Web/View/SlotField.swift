import Model

/// A slot as an input.
struct SlotField: Hashable, Sendable {
    struct Choice: Hashable, Sendable {
        var value: String
        var label: String
        var isChosen: Bool
        /// Shown, with its reason in the label, and not to be chosen by this person.
        var isAbove = false
    }

    var name: String
    var label: String
    var value: String
    var isRequired: Bool
    var isDate: Bool
    var isMoney: Bool
    var isText: Bool
    var isChoice: Bool
    var choices: [Choice]
    /// Characters to make room for.
    var width: Int

    init(_ slot: Slot, offers: [OfferStanding] = [], language: String = "en") {
        name = slot.name
        label = slot.label
        value = slot.value ?? ""
        isRequired = slot.isRequired
        isDate = slot.kind == .date
        isMoney = slot.kind == .money
        isText = slot.kind == .text
        choices = Self.choices(slot, offers, language)
        switch slot.kind {
        case .choice, .goodwill: isChoice = true
        case .text, .date, .money: isChoice = false
        }
        width = min(40, max(8, value.isEmpty ? label.count : value.count))
    }

    private static func choices(_ slot: Slot, _ standings: [OfferStanding], _ language: String) -> [Choice] {
        switch slot.kind {
        case .text, .date, .money: []
        case .choice(let values): values.map { Choice(value: $0, label: $0, isChosen: $0 == slot.value) }
        case .goodwill(let offers):
            offers.compactMap { offer in
                guard let standing = standings.first(where: { $0.offer.id == offer.id }) else { return nil }
                let title = standing.offer.title(in: [language, "en"])
                let isAbove = standing.obstacle != nil
                return Choice(
                    value: offer.id,
                    label: isAbove ? "\(title) (ask a senior)" : title,
                    isChosen: offer.id == slot.value,
                    isAbove: isAbove
                )
            }
        }
    }
}
