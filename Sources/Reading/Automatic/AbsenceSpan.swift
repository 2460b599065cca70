/// What the words around a date make of it: the last day of an absence, its first, or neither.
enum AbsenceSpan {
    /// Whether the date ends an absence: "until 5 May", "from 3 to 7 May", "vom 1.8. – 15.8.".
    static func isLast(_ date: CalendarDate, in tokens: [CalendarToken]) -> Bool {
        let cue = cue(before: date, in: tokens)
        guard cue >= 0 else { return false }
        let word = tokens[cue].text
        if single.contains(word) { return true }
        if word == "m", cue >= 2, tokens[cue - 1].text == "/", tokens[cue - 2].text == "t" { return true }
        guard AbsenceWords.ranges.contains(word) else { return false }
        let before = tokens[..<cue].last { $0.text != "'" && $0.text != "’" }
        if let before, ["jusqu", "fino", "sino"].contains(before.text) { return true }
        guard tokens[..<cue].contains(where: { $0.number != nil }) else { return false }
        let isAfterDay = before.map { $0.number != nil || CalendarWords.month($0.text) != nil } ?? false
        return isAfterDay || tokens[..<cue].contains { AbsenceWords.from.contains($0.text) }
    }

    /// Whether the date begins an absence whose end the sentence names as well.
    static func isFirst(_ date: CalendarDate, in tokens: [CalendarToken], _ isLast: [Bool]) -> Bool {
        let cue = cue(before: date, in: tokens)
        return isLast.contains(true) && cue >= 0 && AbsenceWords.from.contains(tokens[cue].text)
    }

    static func speaksOfReturn(_ tokens: [CalendarToken]) -> Bool {
        let joined = " " + tokens.map(\.text).joined(separator: " ") + " "
        let text = Array(joined.utf8)
        return returns.contains { OctetSearch.contains($0, in: text) }
            && !others.contains { OctetSearch.contains($0, in: text) }
    }

    /// The place of the word before a date that says what it is, behind articles, names of days and the like.
    private static func cue(before date: CalendarDate, in tokens: [CalendarToken]) -> Int {
        var index = date.tokens.lowerBound - 1
        while index >= 0, isFiller(tokens[index].text) { index -= 1 }
        return index
    }

    private static func isFiller(_ word: String) -> Bool {
        fillers.contains(word) || CalendarWords.weekday(word) != nil
    }

    private static let fillers: Set<String> = [
        "the", "and", "including", "inclusive", "on", "dem", "den", "der", "zum", "zur", "einschließlich", "einschl",
        "inkl",
        "inklusive", "le", "la", "el", "día", "dia", "il", "lo", "giorno", "op", "en", "met", "o", ",", ".", "(",
        "feira",
        "end", "of", "ende", "l", "incluido", "compreso", "inclus", "maandag",
    ]

    private static let single: Set<String> = [
        "until", "till", "til", "through", "thru", "bis", "hasta", "tot", "até",
    ]

    private static let returns = AbsenceWords.back.map { " \($0) " }

    /// What is called back or returned is not the writer.
    private static let others = [
        " back to you ", " get back ", " call back ", " return your ", " return all ", " return any ", " return calls ",
        " return messages ", " return emails ", " return the ",
    ]
}
