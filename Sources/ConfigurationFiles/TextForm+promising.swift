import Model

extension TextForm where Value == Formality {
    static let formality = TextForm(description: "formal or informal") { Formality(rawValue: $0) }
}

extension TextForm where Value == ReplyForm {
    static let replyForm = TextForm(description: "mail or chat") { ReplyForm(rawValue: $0) }
}

extension TextForm where Value == WorkingTerm {
    static let workingTerm = TextForm(description: "a time such as 4 working hours or 2 working days") {
        WorkingTerm($0)
    }
}

extension TextForm where Value == CalendarDay {
    static let calendarDay = TextForm(description: "a day such as 2026-12-25") { CalendarDay($0) }
}
