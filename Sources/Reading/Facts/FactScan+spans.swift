import Model

extension FactScan {
    /// "in two weeks", "3 days ago", "vor drei Tagen", "il y a 3 jours", "hace dos semanas".
    func span(ofTimeAt index: Int) -> FoundFact? {
        guard let unit = text.piece(index + 1), unit.has(.unit), text.pieces[index].value <= 400 else { return nil }
        guard !text.isSign("-", at: index - 1), !text.isSign("–", at: index - 1) else { return nil }
        let count = text.pieces[index].value
        if text.language == "en", text.has(.ago, at: index + 2) {
            return date(moved(by: -count, unit.value), index..<index + 3)
        }
        guard let before = before(index) else { return nil }
        return date(moved(by: before.isPast ? -count : count, unit.value), before.start..<index + 2)
    }

    /// The words that make a span of time a date, in front of it.
    private func before(_ index: Int) -> (start: Int, isPast: Bool)? {
        var last = index - 1
        while text.has(.about, at: last) || text.isSign(".", at: last), last > index - 4 { last -= 1 }
        if text.language == "es", text.has(.article, at: last), text.has(.ahead, at: last - 1) {
            return (last - 1, false)
        }
        if text.has(.ahead, at: last) { return text.has(.times, at: last - 1) ? nil : (last, false) }
        if text.has(.ago, at: last), text.language != "en" {
            return text.has(.since, at: last - 1) ? nil : (last, true)
        }
        return isIlYA(last) ? (last - 2, true) : nil
    }

    private func isIlYA(_ last: Int) -> Bool {
        guard text.language == "fr", last >= 2 else { return false }
        return text.string(ofPieces: last - 2..<last + 1).lowercased() == "il y a"
    }

    private func moved(by count: Int, _ unit: Int) -> CalendarDay {
        switch unit {
        case 30: today.adding(months: count)
        case 365: today.adding(months: 12 * count)
        default: today.adding(days: count * unit)
        }
    }
}
