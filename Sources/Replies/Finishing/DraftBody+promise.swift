package import Model

extension DraftBody {
    /// What it promises, with the days that people filled in: `.slot` is never left. nil while it is undecided what is
    /// promised, or a slot that something is due by is open or holds no day.
    package var settledTerms: [PromiseTerms]? {
        guard let promise else { return nil }
        if promise == .made([]) { return nil }
        var settled: [PromiseTerms] = []
        for terms in promise.terms {
            guard let terms = terms.settled(by: slots) else { return nil }
            settled.append(terms)
        }
        return settled
    }
}

extension PromiseTerms {
    /// With the slot that it is due by replaced by the day in it; nil where that is open or holds no day.
    package func settled(by slots: [Slot]) -> PromiseTerms? {
        guard case .slot(let name) = due else { return self }
        guard let value = slots.first(where: { $0.name == name })?.value, let day = CalendarDay(value) else {
            return nil
        }
        var settled = self
        settled.due = .day(day)
        return settled
    }
}
