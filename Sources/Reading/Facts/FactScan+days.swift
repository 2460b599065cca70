import Model

extension FactScan {
    /// "March 4", "last Tuesday", "yesterday".
    func date(ofWordAt index: Int) -> FoundFact? {
        let word = text.pieces[index]
        if word.has(.month), let date = dateWithDay(behind: index) { return date }
        if word.has(.weekday) { return weekday(at: index, from: index) }
        if word.has([.last, .next]), text.language != "fr", text.has(.weekday, at: index + 1) {
            return weekday(at: index + 1, from: index)
        }
        return word.has(.day) ? namedDay(at: index) : nil
    }

    private func weekday(at index: Int, from start: Int) -> FoundFact? {
        guard !isHabit(index), !isHoliday(index), !isBesideDate(index) else { return nil }
        let hasQualifier = text.has([.last, .next], at: index + 1) && text.language != "en" && text.language != "de"
        let qualifier: WordRoles =
            if start < index { text.pieces[start].roles } else { hasQualifier ? text.pieces[index + 1].roles : [] }
        let distance = distance(to: text.pieces[index].value, isPast: isPast(qualifier, weekday: index))
        return date(today.adding(days: distance), start..<(hasQualifier && start == index ? index + 2 : index + 1))
    }

    /// "Easter Monday", "Good Friday".
    private func isHoliday(_ index: Int) -> Bool {
        guard let word = text.piece(index - 1), word.isCapital, text.pieces[index].isCapital else { return false }
        return ["easter", "good", "black", "cyber", "ash", "whit", "palm"]
            .contains(text.string(word.start..<word.end).lowercased())
    }

    /// "los lunes": every one.
    private func isHabit(_ index: Int) -> Bool {
        guard text.language == "es", let article = text.piece(index - 1) else { return false }
        return article.count == 3 && text.string(article.start..<article.end).lowercased() == "los"
    }

    /// "Friday, 6 March": the date itself says more.
    private func isBesideDate(_ index: Int) -> Bool {
        var next = index + 1
        while text.isSign(",", at: next) || text.has([.article, .preposition], at: next), next < index + 4 { next += 1 }
        guard let piece = text.piece(next) else { return false }
        if piece.kind == .number { return date(ofNumberAt: next) != nil }
        return piece.has(.month) && dateWithDay(behind: next) != nil
    }

    private func isPast(_ qualifier: WordRoles, weekday index: Int) -> Bool {
        if !qualifier.isDisjoint(with: .last) { return true }
        if !qualifier.isDisjoint(with: .next) { return false }
        var roles: WordRoles = []
        for place in max(0, index - 3)..<index { roles.formUnion(text.pieces[place].roles) }
        if !roles.isDisjoint(with: .since) { return true }
        return isToldOfThePast(index)
    }

    /// By the verbs of the sentence; none speaks for a day to come.
    func isToldOfThePast(_ index: Int) -> Bool {
        var isPast = false
        let sentence = sentenceAround(index)
        if isPastBefore(index, in: sentence) { return true }
        for place in sentence {
            let piece = text.pieces[place]
            // "was going to", "iba a".
            if piece.has(.future), text.language == "fr" || !text.has(.past, at: place - 1) { return false }
            if piece.has(.past), isDuty(place) { return false }
            isPast = isPast || isPastVerb(piece, at: place)
        }
        return isPast
    }

    /// "I was told on Monday that it will …": the verb just before the day counts.
    private func isPastBefore(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard text.language == "en" else { return false }
        for place in (max(sentence.lowerBound, index - 4)..<index).reversed() {
            if text.pieces[place].has(.future) || text.pieces[place].kind == .sign { return false }
            if isPastVerb(text.pieces[place], at: place) { return !isDuty(place) }
        }
        return false
    }

    private func isPastVerb(_ piece: Piece, at index: Int) -> Bool {
        if piece.has(.past) { return !isOtherVerb(piece) && !isPresent(piece, at: index) }
        switch text.language {
        case "en": return isPastForm(piece)
        case "fr": return isImperfect(piece)
        case "es": return isPreterite(piece)
        default: return false
        }
    }

    /// Words are known without their accents: "wäre" is not "war", "à" is not "a".
    private func isOtherVerb(_ piece: Piece) -> Bool {
        guard text.language == "de" || text.language == "fr" && piece.count <= 2 else { return false }
        return text.bytes[piece.start..<piece.end].contains { $0 >= 0x80 }
    }

    /// "J'ai cours jeudi": no participle behind the auxiliary.
    private func isPresent(_ piece: Piece, at index: Int) -> Bool {
        guard text.language == "fr", piece.count <= 2, let next = text.piece(index + 1), next.kind == .word else {
            return false
        }
        let word = text.string(next.start..<next.end).lowercased()
        return ![
            "é", "ée", "és", "ées", "i", "is", "it", "u", "ue", "us", "ert", "pas", "bien", "déjà", "fait", "me",
            "nous",
        ]
        .contains { word.hasSuffix($0) }
    }

    /// "suffisait", but not "serait".
    private func isImperfect(_ piece: Piece) -> Bool {
        guard piece.kind == .word, piece.count > 5 else { return false }
        let word = text.bytes[piece.start..<piece.end]
        return word.suffix(3).elementsEqual("ait".utf8) && !word.suffix(4).elementsEqual("rait".utf8)
            && !word.elementsEqual("souhait".utf8)
    }

    /// "llegó", "prometieron".
    private func isPreterite(_ piece: Piece) -> Bool {
        guard piece.kind == .word, piece.count > 4 else { return false }
        let word = text.bytes[piece.start..<piece.end]
        return word.suffix(2).elementsEqual("ó".utf8) || word.suffix(4).elementsEqual("aron".utf8)
            || word.suffix(5).elementsEqual("ieron".utf8)
    }

    /// "has to" is still to come.
    private func isDuty(_ index: Int) -> Bool {
        guard text.language == "en", let next = text.piece(index + 1), next.count == 2 else { return false }
        return text.string(next.start..<next.end) == "to"
    }

    private func isPastForm(_ piece: Piece) -> Bool {
        piece.kind == .word && piece.count > 4 && text.bytes[piece.end - 2] | 0x20 == UInt8(ascii: "e")
            && text.bytes[piece.end - 1] | 0x20 == UInt8(ascii: "d")
    }

    /// At most a dozen pieces to each side.
    private func sentenceAround(_ index: Int) -> Range<Int> {
        var (start, end) = (index, index)
        while start > 0, index - start < 12, !isSentenceEnd(start - 1) { start -= 1 }
        while end < text.pieces.count, end - index < 12, !isSentenceEnd(end) { end += 1 }
        return start..<end
    }

    private func isSentenceEnd(_ index: Int) -> Bool {
        let piece = text.pieces[index]
        return piece.kind == .newline && piece.value > 1 || [".", "?", "!", ";"].contains(where: piece.isSign)
    }

    private func distance(to weekday: Int, isPast: Bool) -> Int {
        let ahead = (weekday - today.weekday + 7) % 7
        return isPast ? (ahead == 0 ? -7 : ahead - 7) : (ahead == 0 ? 7 : ahead)
    }
}

extension FactScan {
    private func namedDay(at index: Int) -> FoundFact? {
        let word = text.pieces[index]
        guard !isMorning(index), !isNowadays(index) else { return nil }
        // "aujourd'hui" is cut at its apostrophe.
        let end = text.language == "fr" && word.value == 0 ? index + 3 : index + 1
        if let start = startOfFarDay(index) {
            return date(today.adding(days: word.value < 0 ? -2 : 2), start..<end)
        }
        return date(today.adding(days: word.value), index..<min(end, text.pieces.count))
    }

    /// "the day before yesterday", "après-demain", "pasado mañana", "antes de ayer".
    private func startOfFarDay(_ index: Int) -> Int? {
        var start = index - 1
        if text.isSign("-", at: start) || text.language == "es" && text.has(.article, at: start) { start -= 1 }
        guard let word = text.piece(start), word.kind == .word, abs(text.pieces[index].value) == 1 else { return nil }
        switch text.string(word.start..<word.end).lowercased() {
        case "before", "after":
            guard text.has(.unit, at: start - 1) else { return nil }
            return text.has(.article, at: start - 2) ? start - 2 : start - 1
        case "avant", "après", "apres", "pasado", "antes":
            return text.pieces[index].value < 0 || start == index - 1
                || text.language == "fr" ? start : nil
        default: return nil
        }
    }

    /// "guten Morgen", "am Morgen", "por la mañana".
    private func isMorning(_ index: Int) -> Bool {
        guard text.pieces[index].value == 1, text.language == "de" || text.language == "es" else { return false }
        if text.has(.beforeMorning, at: index - 1) { return true }
        guard text.language == "de", text.pieces[index].isCapital else { return false }
        let isFirst = index == 0 || text.pieces[index - 1].kind != .word
        guard isFirst, let next = text.piece(index + 1), next.kind == .word else { return true }
        return next.isCapital || next.has(.greeting)
    }

    /// "hoy en día".
    private func isNowadays(_ index: Int) -> Bool {
        text.language == "es" && text.pieces[index].value == 0 && text.has(.ahead, at: index + 1)
            && text.has(.unit, at: index + 2)
    }
}
