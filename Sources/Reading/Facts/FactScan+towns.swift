extension FactScan {
    /// Where the postcode and town that begin at `index`, behind a comma, line end or blank, end.
    func town(at index: Int) -> Int? {
        var next = index
        if text.isSign(",", at: next) || text.isSign("-", at: next) { next += 1 }
        if let piece = text.piece(next), piece.kind == .newline, piece.value == 1 { next += 1 }
        return postcodeFirst(at: next) ?? townFirst(at: next)
    }

    /// "10115 Berlin", "D-10115 Berlin", "1010 Wien".
    private func postcodeFirst(at index: Int) -> Int? {
        var next = index
        if let letter = text.piece(next), letter.kind == .word, letter.count <= 2, text.isSign("-", at: next + 1) {
            next += 2
        }
        guard let code = text.piece(next), code.kind == .number, (4...5).contains(code.count) else { return nil }
        return name(at: next + 1)
    }

    /// "London SW1A 1AA", "Springfield, IL 62701".
    private func townFirst(at index: Int) -> Int? {
        guard text.language != "de", text.language != "fr", var next = name(at: index) else { return nil }
        if text.isSign(",", at: next) || text.piece(next)?.kind == .newline { next += 1 }
        return state(at: next) ?? britishPostcode(at: next) ?? lastWordIsState(next) ?? secondTown(at: next)
    }

    /// A county or a further town may stand before the postcode.
    private func secondTown(at index: Int) -> Int? {
        guard var next = name(at: index) else { return nil }
        if text.isSign(",", at: next) || text.piece(next)?.kind == .newline { next += 1 }
        return state(at: next) ?? britishPostcode(at: next)
    }

    /// "IL 62701-1234".
    private func state(at index: Int) -> Int? {
        guard let state = text.piece(index), state.kind == .word, state.count == 2, state.isCapital else { return nil }
        return zip(at: index + 1)
    }

    /// "Springfield IL 62701": the name has taken the state.
    private func lastWordIsState(_ index: Int) -> Int? {
        guard let state = text.piece(index - 1), state.count == 2 else { return nil }
        return zip(at: index)
    }

    private func zip(at index: Int) -> Int? {
        guard let code = text.piece(index), code.kind == .number, code.count == 5 else { return nil }
        guard text.isSign("-", at: index + 1), text.piece(index + 2)?.count == 4 else { return index + 1 }
        return index + 3
    }

    /// "SW1A 1AA", "M1 1AE": one or two letters, digits, maybe a letter; a digit and two letters.
    private func britishPostcode(at index: Int) -> Int? {
        guard let area = text.piece(index), area.kind == .word, area.count <= 2, text.isJoined(index + 1),
            text.pieces[index + 1].kind == .number, text.pieces[index + 1].count <= 2
        else { return nil }
        var next = index + 2
        if text.isJoined(next), text.pieces[next].kind == .word, text.pieces[next].count == 1 { next += 1 }
        guard let digit = text.piece(next), digit.kind == .number, digit.count == 1, text.isJoined(next + 1),
            text.pieces[next + 1].count == 2
        else { return nil }
        return next + 2
    }

    /// One to four words with capitals, small words among them: "Frankfurt am Main", "Saint-Denis", "Las Palmas".
    private func name(at index: Int) -> Int? {
        var next = index
        var end: Int?
        while next < index + 7, let piece = text.piece(next) {
            if piece.kind == .word, piece.isCapital, !isPostcodeArea(next) {
                guard end == nil || !piece.has(.opener) else { break }
                next += 1
                end = next
            } else if end != nil, isSmall(piece), text.piece(next + 1)?.isCapital == true {
                next += 1
            } else {
                break
            }
        }
        return end
    }

    private func isPostcodeArea(_ index: Int) -> Bool {
        text.isJoined(index + 1) && text.pieces[index + 1].kind == .number
    }

    private func isSmall(_ piece: Piece) -> Bool {
        if piece.kind == .sign { return !piece.isAfterSpace && (piece.isSign("-") || piece.isSign("'")) }
        return piece.kind == .word && piece.count <= 5 && piece.has([.particle, .article, .preposition])
    }
}
