import Model

extension FactScan {
    /// "2026-03-04", "4.3.2026", "4. März", "4th of March 2026".
    func date(ofNumberAt index: Int) -> FoundFact? {
        let number = text.pieces[index]
        if index > 0, !number.isAfterSpace, text.pieces[index - 1].kind == .sign, isJoiner(index - 1) { return nil }
        if number.count == 4 { return dateFromYear(at: index) }
        guard number.count <= 2 else { return nil }
        return dateInDigits(at: index) ?? dateWithMonth(behind: index)
    }

    private func isJoiner(_ index: Int) -> Bool {
        guard text.isJoined(index - 1) || text.piece(index - 1)?.kind == .number else { return false }
        return ["-", ".", "/"].contains { text.isSign($0, at: index) } && text.piece(index)?.isAfterSpace == false
    }

    /// A separator that touches numbers on both sides.
    private func separator(at index: Int) -> Int? {
        guard let sign = text.piece(index), sign.kind == .sign, !sign.isAfterSpace,
            [0x2D, 0x2E, 0x2F].contains(sign.value), text.isJoined(index + 1), text.pieces[index + 1].kind == .number
        else { return nil }
        return sign.value
    }

    private func dateFromYear(at index: Int) -> FoundFact? {
        guard let first = separator(at: index + 1), separator(at: index + 3) == first, isFree(index + 5) else {
            return nil
        }
        let parts = [index, index + 2, index + 4].map { text.pieces[$0].value }
        guard (1900...2199).contains(parts[0]) else { return nil }
        return date(CalendarDay(year: parts[0], month: parts[1], day: parts[2]), index..<index + 5)
    }

    private func dateInDigits(at index: Int) -> FoundFact? {
        guard let first = separator(at: index + 1), text.pieces[index + 2].count <= 2 else { return nil }
        let numbers = (text.pieces[index].value, text.pieces[index + 2].value)
        if let year = year(behind: index + 3, separator: first) {
            return date(numbered(numbers.0, numbers.1, year: year.value), index..<year.end)
        }
        guard separator(at: index + 3) == nil, let end = endWithoutYear(index, separator: first) else { return nil }
        return date(numbered(numbers.0, numbers.1, year: nil), index..<end)
    }

    /// ".2026", "/26", ". 2026".
    private func year(behind index: Int, separator: Int) -> (value: Int, end: Int)? {
        guard let sign = text.piece(index), sign.kind == .sign, sign.value == separator, !sign.isAfterSpace,
            let number = text.piece(index + 1), number.kind == .number, isFree(index + 2)
        else { return nil }
        if number.count == 4, (1900...2199).contains(number.value) { return (number.value, index + 2) }
        guard number.count == 2, !number.isAfterSpace else { return nil }
        return (today.year / 100 * 100 + number.value, index + 2)
    }

    /// "am 4.3." is a date, "version 4.3" is not; nor is "24/7", but "on 4/3" is.
    private func endWithoutYear(_ index: Int, separator: Int) -> Int? {
        switch separator {
        case 0x2E:
            let isDotted = text.isSign(".", at: index + 3) && text.piece(index + 3)?.isAfterSpace == false
            guard text.language == "de", isDotted, !text.isJoined(index + 4) else { return nil }
            return index + 4
        case 0x2F:
            guard text.has([.preposition, .until, .since, .article], at: index - 1), isFree(index + 3) else {
                return nil
            }
            return index + 3
        default: return nil
        }
    }

    /// Nothing goes on from here to more digits or letters.
    private func isFree(_ index: Int) -> Bool {
        !text.isJoined(index) && separator(at: index) == nil
    }

    private func numbered(_ first: Int, _ second: Int, year: Int?) -> CalendarDay? {
        let dayFirst = resolved(day: first, month: second, year: year)
        guard text.language == "en" else { return dayFirst }
        let monthFirst = resolved(day: second, month: first, year: year)
        guard let dayFirst, let monthFirst else { return dayFirst ?? monthFirst }
        return distance(monthFirst) < distance(dayFirst) ? monthFirst : dayFirst
    }

    private func distance(_ day: CalendarDay) -> Int {
        abs(day.number - today.number)
    }

    /// Without a year: the nearest such day, behind "until" the next one to come.
    private func resolved(day: Int, month: Int, year: Int?, isAhead: Bool = false) -> CalendarDay? {
        if let year { return CalendarDay(year: year, month: month, day: day) }
        let near = (today.year - 1...today.year + 1).compactMap { CalendarDay(year: $0, month: month, day: day) }
        if isAhead, let next = near.first(where: { $0.number >= today.number }) { return next }
        return near.min { distance($0) < distance($1) }
    }

    /// "before 24 December", unless the sentence tells of the past.
    private func isAhead(_ index: Int) -> Bool {
        (max(0, index - 2)..<index).contains { text.pieces[$0].has(.until) } && !isToldOfThePast(index)
    }

    func date(_ day: CalendarDay?, _ pieces: Range<Int>) -> FoundFact? {
        day.map { FoundFact(.date, pieces, $0.text) }
    }
}

extension FactScan {
    /// A day before its month: "4 March", "4th of March, 2026", "1er mars", "4 de marzo de 2026".
    private func dateWithMonth(behind index: Int) -> FoundFact? {
        var next = index + 1
        if text.isSign(".", at: next) || text.isSign("º", at: next) || text.has(.ordinal, at: next) { next += 1 }
        if text.has([.preposition, .article], at: next) { next += 1 }
        guard let month = month(at: next) else { return nil }
        return written(day: text.pieces[index].value, month: month, from: index, end: next + 1)
    }

    /// A month before its day: "March 4th, 2026".
    func dateWithDay(behind index: Int) -> FoundFact? {
        var next = text.isSign(".", at: index + 1) ? index + 2 : index + 1
        guard let month = month(at: index), let day = text.piece(next), day.kind == .number, day.count <= 2 else {
            return nil
        }
        next += 1
        if text.isJoined(next) {
            guard text.has(.ordinal, at: next) else { return nil }
            next += 1
        }
        guard isFree(next), !text.has([.unit, .currency], at: next) else { return nil }
        return written(day: day.value, month: month, from: index, end: next)
    }

    /// Short names of months are words of their own in small letters: "may", "mar", "sep".
    private func month(at index: Int) -> Int? {
        guard let piece = text.piece(index), piece.has(.month) else { return nil }
        if text.language == "en" || text.language == "de", piece.count <= 3, !piece.isCapital, !isBehindNumber(index) {
            return nil
        }
        return piece.value
    }

    private func isBehindNumber(_ index: Int) -> Bool {
        (max(0, index - 2)..<index).contains { text.pieces[$0].kind == .number }
    }

    private func written(day: Int, month: Int, from start: Int, end: Int) -> FoundFact? {
        var next = end
        if text.isSign(".", at: next), text.piece(next + 1)?.kind == .number { next += 1 }
        if text.isSign(",", at: next) || text.has([.preposition, .article], at: next) { next += 1 }
        if let year = text.piece(next), year.kind == .number, year.count == 4, (1900...2199).contains(year.value) {
            return date(CalendarDay(year: year.value, month: month, day: day), start..<next + 1)
        }
        return date(resolved(day: day, month: month, year: nil, isAhead: isAhead(start)), start..<end)
    }
}
