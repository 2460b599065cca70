import Model

/// A date in a sentence, with the tokens that say it.
struct CalendarDate {
    let day: CalendarDay
    let tokens: Range<Int>

    /// Every date in the tokens, in order.
    /// - Parameters:
    ///   - sent: the day on which the message was written, against which dates without a year are resolved: the next
    ///     such day, that day included. Where it is nil, such dates are passed over.
    ///   - mayBeAmerican: whether `5/6` can also be 6 May; then it is the reading that comes sooner.
    static func dates(in tokens: [CalendarToken], sent: CalendarDay?, mayBeAmerican: Bool) -> [Self] {
        var reader = CalendarDateReader(tokens: tokens, sent: sent, mayBeAmerican: mayBeAmerican)
        var dates: [Self] = []
        var index = 0
        while index < tokens.count {
            if let date = reader.date(at: index) {
                dates.append(date)
                index = date.tokens.upperBound
            } else {
                index += 1
            }
        }
        return dates
    }
}

/// Reads one date from where it begins.
struct CalendarDateReader {
    let tokens: [CalendarToken]
    let sent: CalendarDay?
    let mayBeAmerican: Bool
    /// Reading goes on from here while a date is read.
    private var position = 0

    init(tokens: [CalendarToken], sent: CalendarDay?, mayBeAmerican: Bool) {
        self.tokens = tokens
        self.sent = sent
        self.mayBeAmerican = mayBeAmerican
    }

    mutating func date(at start: Int) -> CalendarDate? {
        for form in Form.allCases {
            position = start
            if let day = read(form) { return CalendarDate(day: day, tokens: start..<position) }
        }
        return nil
    }

    private enum Form: CaseIterable {
        case iso, numeric, dayFirst, monthFirst, weekday, tomorrow
    }

    private mutating func read(_ form: Form) -> CalendarDay? {
        switch form {
        case .iso: iso()
        case .numeric: numeric()
        case .dayFirst: dayFirst()
        case .monthFirst: monthFirst()
        case .weekday: weekday()
        case .tomorrow: tomorrow()
        }
    }

    private mutating func iso() -> CalendarDay? {
        guard let year = token?.year, skip(1), mark("-"), let month = number(1...12), mark("-"),
            let day = number(1...31)
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    private mutating func numeric() -> CalendarDay? {
        guard let first = number(1...31), let separator = token?.text, [".", "/", "-"].contains(separator), skip(1),
            let second = number(1...31)
        else { return nil }
        let end = position
        var year: Int?
        if mark(separator) {
            year = yearNumber()
            if year == nil, separator != "." { position = end }
        }
        // 3-10 is a range of days, 9.30 a time.
        guard separator != "-" || year != nil, token?.text != ":", token?.text != "uhr" else { return nil }
        return numericDay(first, second, year, isAmerican: separator == "/" && mayBeAmerican)
    }

    private func numericDay(_ first: Int, _ second: Int, _ year: Int?, isAmerican: Bool) -> CalendarDay? {
        let european = resolved(year: year, month: second, day: first)
        guard isAmerican, let american = resolved(year: year, month: first, day: second) else { return european }
        guard let european else { return american }
        guard let sent else { return european }
        return [european, american].filter { $0 >= sent }.min() ?? european
    }

    private mutating func dayFirst() -> CalendarDay? {
        guard let day = number(1...31) else { return nil }
        if let word = token?.text, Self.ordinals.contains(word) { skip(1) }
        if let word = token?.text, ["of", "de", "di", "do", "del"].contains(word) { skip(1) }
        guard let month = token.flatMap({ CalendarWords.month($0.text) }) else { return nil }
        skip(1)
        return resolved(year: trailingYear(), month: month, day: day)
    }

    private mutating func monthFirst() -> CalendarDay? {
        guard let month = token.flatMap({ CalendarWords.month($0.text) }) else { return nil }
        skip(1)
        if token?.text == "." { skip(1) }
        if token?.text == "the" { skip(1) }
        guard let day = number(1...31), token?.text != ":" else { return nil }
        if let word = token?.text, ["st", "nd", "rd", "th"].contains(word) { skip(1) }
        return resolved(year: trailingYear(), month: month, day: day)
    }

    /// The next such day after the one on which the message was written.
    private mutating func weekday() -> CalendarDay? {
        guard let sent, let weekday = token.flatMap({ CalendarWords.weekday($0.text) }) else { return nil }
        skip(1)
        if isBeforeDate { return nil }
        let ahead = (weekday - sent.weekday + 8) % 7
        return CalendarDay(number: sent.number + (ahead == 0 ? 7 : ahead))
    }

    /// Whether the day's name only goes with a date behind it.
    private var isBeforeDate: Bool {
        let rest = tokens[position...].prefix(3).drop {
            [",", "the", "den", "dem", "der", "le", "el"].contains($0.text)
        }
        return rest.first.map { $0.number != nil || CalendarWords.month($0.text) != nil } ?? false
    }

    private mutating func tomorrow() -> CalendarDay? {
        guard let sent, ["tomorrow", "morgen", "demain", "mañana", "domani", "amanhã"].contains(token?.text ?? "")
        else {
            return nil
        }
        skip(1)
        return sent.next
    }

    private func resolved(year: Int?, month: Int, day: Int) -> CalendarDay? {
        if let year { return CalendarDay(year: year, month: month, day: day) }
        guard let sent else { return nil }
        // The 29th of February may be years away.
        return (0...8).lazy.compactMap { CalendarDay(year: sent.year + $0, month: month, day: day) }.first {
            $0 >= sent
        }
    }

    private static let ordinals: Set<String> = [
        ".", "st", "nd", "rd", "th", "er", "e", "º", "°", "ª", "o", "ste", "de",
    ]

    private var token: CalendarToken? { position < tokens.count ? tokens[position] : nil }

    @discardableResult
    private mutating func skip(_ count: Int) -> Bool {
        position += count
        return true
    }

    private mutating func mark(_ text: String) -> Bool {
        guard token?.text == text else { return false }
        position += 1
        return true
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int? {
        guard case .number(let value, let digits)? = token?.kind, digits <= 2, range.contains(value) else { return nil }
        position += 1
        return value
    }

    private mutating func yearNumber() -> Int? {
        guard let token, case .number(let value, let digits) = token.kind, digits == 2 || token.year != nil else {
            return nil
        }
        position += 1
        return digits == 2 ? 2000 + value : value
    }

    /// A year of four digits behind a month, with a comma, full stop or "de" between.
    private mutating func trailingYear() -> Int? {
        let start = position
        while let text = token?.text, [".", ",", "de", "del", "'"].contains(text), position < start + 2 {
            position += 1
        }
        if let year = token?.year {
            position += 1
            return year
        }
        position = start
        return nil
    }
}
