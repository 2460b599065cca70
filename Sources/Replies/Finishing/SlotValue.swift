import Model

/// What a slot puts into the text of a reply.
enum SlotValue: Hashable {
    case open
    /// Markdown that reads as the words meant.
    case words(String)
    /// What was filled in cannot be used, and why; shown as it is until somebody mends it.
    case refused(String, shown: String)

    /// A person's words go in as words, not as Markdown; days and amounts are written out in the reply's language.
    init(_ slot: Slot, language: String) {
        let given = MarkdownText.singleLine(slot.value ?? "")
        guard !given.isEmpty else {
            self = .open
            return
        }
        let refused = { (why: String) in
            SlotValue.refused("\(slot.label): “\(given)” \(why)", shown: MarkdownText.escaped(given))
        }
        switch slot.kind {
        case .text: self = .words(Self.typed(slot.value ?? ""))
        case .date:
            self =
                CalendarDay(given).map { .words(WrittenDate.day($0, language: language)) }
                ?? refused("is no day: write it as 2026-03-04.")
        case .money:
            self =
                MoneyText.money(given).map { .words(WrittenMoney.text($0, language: language)) }
                ?? refused("is no amount of money: write it as 12.50 EUR.")
        case .choice(let choices):
            // As the template writes it, whichever spaces came back from a form.
            self =
                choices.first { MarkdownText.singleLine($0) == given }.map { .words(Self.typed($0)) }
                ?? refused("is none of \(choices.joined(separator: ", ")).")
        case .goodwill(let offers):
            self =
                offers.first { $0.id == given }
                .map { .words(Self.typed($0.title(in: [language]))) }
                ?? refused("is none of \(offers.map(\.id).joined(separator: ", ")).")
        }
    }

    /// Words as somebody wrote them, on one line.
    private static func typed(_ words: String) -> String {
        MarkdownText.escaped(MarkdownText.singleLine(words, keepsNoBreakSpaces: true))
    }
}
