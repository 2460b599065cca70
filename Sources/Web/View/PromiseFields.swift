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
        self.init(index: index, what: terms.what, by: "", owner: terms.owner ?? "", isSpare: false)
        if case .day(let day) = terms.due { by = day.text }
        remark = Self.remark(terms.due, body, words)
        let suggestion = suggestedDays[terms.matter]?.text
        suggested = suggestion == by ? nil : suggestion
    }

    private static func remark(_ due: PromiseTerms.Due, _ body: DraftBody, _ words: PromiseInWords?) -> String? {
        switch due {
        case .day: return nil
        case .slot(""): return "By which day?"
        case .slot(let name):
            let label = body.slots.first { $0.name == name }?.label ?? name
            return "By the day that you fill in above: “\(label)”. A day here goes before it."
        case .moment, .within, .workingDays: return words.map { "As it stands: by \($0.dueText). A day here goes before it." }
        }
    }
}
