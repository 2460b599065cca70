import Model

/// What keeps a reply from being sent because of what it promises.
struct PromiseObjections {
    /// The labels of the slots that something is due by and that nobody filled.
    private(set) var open: [String] = []
    private(set) var refusals: [Refusal] = []

    /// - Parameter today: nothing is promised for a day before it.
    init(_ body: DraftBody, today: CalendarDay) {
        guard let promise = body.promise, promise != .made([]) else {
            refusals = [.promiseUndecided]
            return
        }
        for terms in promise.terms { check(terms, body, today) }
    }

    private mutating func check(_ terms: PromiseTerms, _ body: DraftBody, _ today: CalendarDay) {
        switch terms.due {
        case .within, .workingDays: break
        case .day(let day): check(day, terms, body, today)
        // Its zone may be anywhere.
        case .moment(let time): check(CalendarDay(time, offset: 14 * 3_600), terms, body, today)
        case .slot(let name):
            let slot = body.slots.first { $0.name == name }
            guard let value = slot?.value, !MarkdownText.singleLine(value).isEmpty else {
                open.append(slot?.label ?? "\(terms.what): by which day?")
                return
            }
            guard let day = CalendarDay(MarkdownText.singleLine(value)) else {
                let what = slot?.label ?? terms.what
                refusals.append(.notSendable("\(what): “\(value)” is no day: write it as 2026-03-04."))
                return
            }
            check(day, terms, body, today)
        }
    }

    private mutating func check(_ day: CalendarDay, _ terms: PromiseTerms, _ body: DraftBody, _ today: CalendarDay) {
        guard day < today else { return }
        let words = WrittenDate.day(day, language: "en")
        refusals.append(.notSendable("“\(terms.what)” is promised for \(words), which is over: name a day to come."))
    }
}
