import Model

extension FactScan {
    /// "12 High Street, London SW1A 1AA", "12 rue de la Paix, 75002 Paris".
    func address(ofNumberAt index: Int) -> FoundFact? {
        guard text.pieces[index].count <= 5, text.pieces[index].value > 0 else { return nil }
        var next = index + 1
        // 12A, 12 bis, 12,
        if text.isJoined(next), text.pieces[next].kind == .word, text.pieces[next].count == 1 { next += 1 }
        if text.language == "fr", let word = text.piece(next), word.count == 3, word.roles.isEmpty { next += 1 }
        if text.isSign(",", at: next) { next += 1 }
        guard let end = text.language == "fr" ? frenchStreet(at: next) : englishStreet(at: next) else { return nil }
        return completed(index..<end)
    }

    /// "Musterstraße 12, 10115 Berlin", "Calle Mayor 5, 28013 Madrid".
    func address(ofWordAt index: Int) -> FoundFact? {
        let word = text.pieces[index]
        guard word.isCapital || word.has(.street) else { return nil }
        switch text.language {
        case "de" where hasNumber(behind: index): return germanStreet(at: index).flatMap(completed)
        case "es" where word.has(.street): return spanishStreet(at: index).flatMap(completed)
        default: return nil
        }
    }

    /// No street without one; most words are done with here.
    private func hasNumber(behind index: Int) -> Bool {
        for place in index + 1..<min(index + 9, text.pieces.count) where text.pieces[place].kind == .number {
            return true
        }
        return false
    }

    /// Up to four words, the last of which is a kind of street.
    private func englishStreet(at index: Int) -> Int? {
        var hasName = false
        for place in index..<index + 5 {
            guard let word = text.piece(place), word.kind == .word || isNumberedStreet(place), !word.has(.unit) else {
                return nil
            }
            if hasName, word.has(.street), word.isCapital || text.has(.street, at: place) && place == index + 1 {
                return text.isSign(".", at: place + 1) ? place + 2 : place + 1
            }
            guard word.isCapital || word.kind == .number || text.has(.ordinal, at: place) else { return nil }
            hasName = true
        }
        return nil
    }

    /// "5th Avenue".
    private func isNumberedStreet(_ index: Int) -> Bool {
        text.piece(index)?.kind == .number && text.has(.ordinal, at: index + 1)
    }

    private func frenchStreet(at index: Int) -> Int? {
        guard text.has(.street, at: index) else { return nil }
        var end = text.isSign(".", at: index + 1) ? index + 2 : index + 1
        var hasName = false
        while end < index + 10, let piece = text.piece(end) {
            let isJoined = piece.kind == .sign && !piece.isAfterSpace && [0x27, 0x2019, 0x2D].contains(piece.value)
            guard
                isJoined || piece.kind == .word && (piece.isCapital || piece.has([.particle, .article])) || isDay(end)
            else { break }
            hasName = hasName || piece.isCapital
            end += 1
        }
        return hasName ? end : nil
    }

    /// "rue du 8 Mai".
    private func isDay(_ index: Int) -> Bool {
        text.piece(index)?.kind == .number && text.has(.month, at: index + 1)
    }

    private func spanishStreet(at index: Int) -> Range<Int>? {
        var next = index + 1
        while [".", "/", "ª"].contains(where: { text.isSign($0, at: next) }) { next += 1 }
        let name = next
        while next < name + 6, let word = text.piece(next), word.kind == .word,
            word.isCapital || word.has([.particle, .article])
        {
            next += 1
        }
        guard next > name else { return nil }
        if text.isSign(",", at: next) { next += 1 }
        while text.isSign("º", at: next) || text.has(.numbering, at: next) { next += 1 }
        guard let number = text.piece(next), number.kind == .number, number.count <= 4 else { return nil }
        return index..<next + 1
    }
}

extension FactScan {
    /// One compound or two to four words with a kind of street at the end, and a number; other names where a postcode
    /// and a town follow: "Am Markt 5, 12345 Neustadt".
    private func germanStreet(at index: Int) -> Range<Int>? {
        var next = index
        var isStreet = false
        while next < index + 4, let word = text.piece(next), word.kind == .word,
            word.isCapital || next > index && word.has([.article, .preposition])
        {
            isStreet = isStreetName(word)
            next += 1
            if isHyphen(next) { next += 1 }
            if isStreet { break }
        }
        if isStreet, text.isSign(".", at: next) { next += 1 }
        guard next > index, let number = text.piece(next), number.kind == .number, number.count <= 3 else { return nil }
        next += 1
        if let letter = text.piece(next), letter.kind == .word, letter.count == 1, !letter.isAfterSpace || isStreet {
            next += 1
        }
        guard isStreet || town(at: next) != nil && !text.pieces[index].has(.order) else { return nil }
        return index..<next
    }

    private func isHyphen(_ index: Int) -> Bool {
        text.isSign("-", at: index) && text.isJoined(index + 1)
    }

    private func isStreetName(_ word: Piece) -> Bool {
        let bytes = text.bytes[word.start..<word.end]
        return Self.germanEndings.contains { ending in
            ending.count <= bytes.count
                && zip(bytes.suffix(ending.count), ending).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
        }
    }

    private static let germanEndings = [
        "straße", "strasse", "str", "weg", "platz", "allee", "gasse", "ring", "ufer", "damm", "chaussee", "steig",
    ].map { Array($0.utf8) }

    /// With what goes with the street: a flat, postcode and town.
    private func completed(_ street: Range<Int>) -> FoundFact? {
        let end = town(at: flat(at: street.upperBound) ?? street.upperBound) ?? town(at: street.upperBound)
        let pieces = street.lowerBound..<(end ?? street.upperBound)
        return FoundFact(.address, pieces, onOneLine(pieces))
    }

    private func onOneLine(_ pieces: Range<Int>) -> String {
        var line = ""
        var start = pieces.lowerBound
        for index in pieces where text.pieces[index].kind == .newline {
            line += text.string(ofPieces: start..<index)
            line += line.hasSuffix(",") ? " " : ", "
            start = index + 1
        }
        return line + text.string(ofPieces: start..<pieces.upperBound)
    }

    /// "Apt 4B", "3ºB", "2. OG": at most five pieces up to a comma or line end.
    private func flat(at index: Int) -> Int? {
        guard let start = afterSeparator(index) else { return nil }
        for place in start..<start + 6 {
            guard let piece = text.piece(place) else { return nil }
            if piece.isSign(",") || piece.kind == .newline { return place > start ? place : nil }
            guard piece.kind != .sign || [".", "º", "ª", "#", "°"].contains(where: piece.isSign) else { return nil }
        }
        return nil
    }

    private func afterSeparator(_ index: Int) -> Int? {
        var next = index
        if text.isSign(",", at: next) || text.isSign("-", at: next) { next += 1 }
        if let piece = text.piece(next), piece.kind == .newline, piece.value == 1 { next += 1 }
        return next > index || text.language != "de" ? next : index
    }
}
