import Model
import Pipeline

/// Where a person says what a reply promises: a row for each promise, and one to spare.
struct PromiseFields: Sendable {
    struct Row: Sendable {
        var index: Int
        var what: String
        /// `yyyy-mm-dd`; empty where it is due otherwise.
        var by: String
        var owner: String
        /// How it is due where no day stands here.
        var remark: String?
        /// What is realistic, one click away; nil where it is that already.
        var suggested: String?
        /// The field that a suggested day goes into.
        var dayField: String
        var isSpare: Bool
    }

    var rows: [Row]
    var rowCount: Int
    var isMade: Bool
    var isNone: Bool
    var isUndecided: Bool
    /// Who may see to it.
    var people: [String]

    init(_ body: DraftBody, _ review: DraftReview?, people: [String]) {
        let terms = body.promise?.terms ?? []
        self.people = people
        rows = terms.enumerated().map { index, terms in
            let words = review?.promises.dropFirst(index).first
            return Row(index, terms, body, words, review?.suggestedDays ?? [:])
        }
        let suggested = body.matters.first.flatMap { review?.suggestedDays[$0] } ?? review?.suggestedDays.values.min()
        rows.append(
            Row(index: terms.count, what: "", by: "", owner: "", suggested: suggested?.text, isSpare: !terms.isEmpty)
        )
        rowCount = rows.count
        isMade = !terms.isEmpty
        isNone = body.promise == DraftPromise.none
        isUndecided = !isMade && !isNone
    }
}

extension PromiseFields.Row {
    fileprivate init(
        _ index: Int,
        _ terms: PromiseTerms,
        _ body: DraftBody,
        _ words: PromiseInWords?,
        _ suggestedDays: [String: CalendarDay]
    ) {
        self.init(index: index, what: terms.what, by: "", owner: terms.owner ?? "", suggested: nil, isSpare: false)
        remark = Self.remark(terms.due, body, words)
        var said: String?
        switch terms.due {
        case .day(let day):
            by = day.text
            said = by
        case .slot(let name) where !name.isEmpty:
            dayField = "slot_\(name)"
            said = body.slots.first { $0.name == name }?.value
        case .slot, .moment, .within, .workingDays: break
        }
        let suggestion = suggestedDays[terms.matter]?.text
        suggested = suggestion == said ? nil : suggestion
    }

    fileprivate init(index: Int, what: String, by: String, owner: String, suggested: String?, isSpare: Bool) {
        self.index = index
        self.what = what
        self.by = by
        self.owner = owner
        self.suggested = suggested
        self.isSpare = isSpare
        dayField = PromiseForm.field("by", index)
    }

    private static func remark(_ due: PromiseTerms.Due, _ body: DraftBody, _ words: PromiseInWords?) -> String? {
        switch due {
        case .day: return nil
        case .slot(""): return "By which day?"
        case .slot(let name):
            let label = body.slots.first { $0.name == name }?.label ?? name
            return "By the day that you fill in above: “\(label)”. A day here goes before it."
        case .moment, .within, .workingDays:
            return words.map { "As it stands: by \($0.dueText). A day here goes before it." }
        }
    }
}
