import Model

/// Signs and codes of currencies (ISO 4217).
enum Currency {
    /// `WordRoles.currency` words have an index in it for a value.
    static let codes = [
        "EUR", "USD", "GBP", "CHF", "JPY", "PLN", "SEK", "NOK", "DKK", "CAD", "AUD", "CZK", "INR", "MXN",
    ]

    static func code(ofSign scalar: Int) -> String? {
        switch scalar {
        case 0x24: "USD"
        case 0xA3: "GBP"
        case 0xA5: "JPY"
        case 0x20AC: "EUR"
        case 0x20B9: "INR"
        default: nil
        }
    }
}

/// A number as people write it, with its end among the pieces.
struct Numeral {
    var whole: String
    /// Two digits.
    var hundredths = "00"
    var end: Int
}

extension FactScan {
    /// "12,50 €", "1.299,00 EUR", "12€50", "20 quid".
    func amount(at index: Int) -> FoundFact? {
        guard hasCurrency(behind: index) else { return nil }
        for joinsBlanks in [true, false] {
            guard var numeral = numeral(at: index, joinsBlanks: joinsBlanks), let code = currency(at: numeral.end)
            else { continue }
            numeral.end += 1
            takeHundredths(&numeral)
            return FoundFact(.amount, index..<numeral.end, "\(numeral.whole).\(numeral.hundredths) \(code)")
        }
        return nil
    }

    /// Most numbers are done with here.
    private func hasCurrency(behind index: Int) -> Bool {
        for place in index + 1..<index + 20 {
            guard let piece = text.piece(place) else { return false }
            if currency(at: place) != nil { return true }
            guard piece.kind == .number || piece.kind == .sign else { return false }
        }
        return false
    }

    /// "€12.50", "CHF 12.-", "Fr. 20".
    func amount(behindCurrencyAt index: Int) -> FoundFact? {
        guard let code = currency(at: index), text.pieces[index].count <= 3 else { return nil }
        let start = text.isSign(".", at: index + 1) ? index + 2 : index + 1
        guard var numeral = numeral(at: start, joinsBlanks: false) else { return nil }
        // "$1,280 MXN": the code says whose dollar or peso it is.
        if text.pieces[index].kind == .sign, text.piece(numeral.end)?.kind == .word, text.isCode(numeral.end),
            let own = currency(at: numeral.end)
        {
            numeral.end += 1
            return FoundFact(.amount, index..<numeral.end, "\(numeral.whole).\(numeral.hundredths) \(own)")
        }
        return FoundFact(.amount, index..<numeral.end, "\(numeral.whole).\(numeral.hundredths) \(code)")
    }

    /// "twenty pounds"; "a pound" is none.
    func amount(inWordsAt index: Int) -> FoundFact? {
        guard text.pieces[index].value > 1, let code = currency(at: index + 1) else { return nil }
        return FoundFact(.amount, index..<index + 2, "\(text.pieces[index].value).00 \(code)")
    }

    private func currency(at index: Int) -> String? {
        guard let piece = text.piece(index) else { return nil }
        if piece.kind == .sign { return Currency.code(ofSign: piece.value) }
        guard piece.has(.currency), Currency.codes.indices.contains(piece.value) else { return nil }
        return Currency.codes[piece.value]
    }

    /// "12€50" and "12.50" say the same.
    private func takeHundredths(_ numeral: inout Numeral) {
        guard numeral.hundredths == "00", text.isJoined(numeral.end), text.pieces[numeral.end].kind == .number,
            text.pieces[numeral.end].count == 2, text.pieces[numeral.end - 1].kind == .sign
        else { return }
        numeral.hundredths = digits(numeral.end)
        numeral.end += 1
    }

    private func digits(_ index: Int) -> String {
        text.string(text.pieces[index].start..<text.pieces[index].end)
    }
}

extension FactScan {
    /// - Parameter joinsBlanks: whether "1 299" is one number.
    private func numeral(at index: Int, joinsBlanks: Bool) -> Numeral? {
        guard let first = text.piece(index), first.kind == .number, first.count <= 12 else { return nil }
        var groups = [index]
        var separators: [Int] = []
        var end = index + 1
        while let next = group(after: end, joinsBlanks: joinsBlanks), groups.count < 6 {
            if next > end { separators.append(text.pieces[end].value) }
            groups.append(next)
            end = next + 1
        }
        if joinsBlanks, groups.count == separators.count + 1 { return nil }
        guard var numeral = joined(groups, separators) else { return nil }
        numeral.end = afterDash(end)
        return numeral
    }

    /// The next group of digits behind a point, comma, apostrophe or blank.
    private func group(after end: Int, joinsBlanks: Bool) -> Int? {
        guard let piece = text.piece(end) else { return nil }
        if joinsBlanks, piece.kind == .number, piece.isAfterSpace, piece.count == 3 { return end }
        guard piece.kind == .sign, !piece.isAfterSpace, [0x2E, 0x2C, 0x27, 0x2019].contains(piece.value),
            text.isJoined(end + 1), text.pieces[end + 1].kind == .number
        else { return nil }
        return end + 1
    }

    private func joined(_ groups: [Int], _ separators: [Int]) -> Numeral? {
        let last = groups.count - 1
        let lastCount = text.pieces[groups[last]].count
        let isMixed = separators.count > 1 && separators.last != separators.first
        let hasBlanks = groups.count > separators.count + 1
        let isDecimal = !separators.isEmpty && lastCount <= 2 && (separators.count == 1 || isMixed || hasBlanks)
        let whole = isDecimal ? groups[..<last] : groups[...]
        guard whole.dropFirst().allSatisfy({ text.pieces[$0].count == 3 }),
            whole.count == 1 || text.pieces[groups[0]].count <= 3
        else { return nil }
        var numeral = Numeral(whole: trimmed(whole.map(digits).joined()), end: 0)
        if isDecimal { numeral.hundredths = digits(groups[last]) + (lastCount == 1 ? "0" : "") }
        return numeral
    }

    private func trimmed(_ digits: String) -> String {
        let significant = digits.drop { $0 == "0" }
        return significant.isEmpty ? "0" : String(significant)
    }

    /// "12.-", "12,--" and "12.–" are round amounts.
    private func afterDash(_ end: Int) -> Int {
        guard text.isSign(".", at: end) || text.isSign(",", at: end), let dash = text.piece(end + 1),
            !dash.isAfterSpace,
            dash.isSign("-") || dash.isSign("–") || dash.isSign("—")
        else { return end }
        return text.isSign("-", at: end + 2) ? end + 3 : end + 2
    }
}

extension ScannedText {
    /// Three capitals.
    fileprivate func isCode(_ index: Int) -> Bool {
        pieces[index].count == 3
            && bytes[pieces[index].start..<pieces[index].end].allSatisfy { (0x41...0x5A).contains($0) }
    }
}
