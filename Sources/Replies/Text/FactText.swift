import Model

/// Facts as people write them.
enum FactText {
    /// One line; empty for what has no words, such as a flag that is not set.
    static func written(_ value: FactValue, language: String) -> String {
        switch value {
        case .text(let words): MarkdownText.singleLine(words)
        case .day(let day): WrittenDate.day(day, language: language)
        case .money(let money): WrittenMoney.text(money, language: language)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "✓" : ""
        }
    }

    /// What fills a slot of that kind; nil where the fact is of another kind.
    static func slotValue(_ value: FactValue, kind: Slot.Kind) -> String? {
        switch (kind, value) {
        case (.date, .day(let day)): day.text
        case (.date, .text(let words)): CalendarDay(words)?.text
        case (.money, .money(let money)): WrittenMoney.plain(money)
        case (.money, .text(let words)): MoneyText.money(words).map(WrittenMoney.plain)
        case (.text, .text(let words)): MarkdownText.singleLine(words)
        case (.text, .number(let number)): String(number)
        case (.choice(let choices), .text(let words)): choices.first { $0 == words }
        default: nil
        }
    }
}
