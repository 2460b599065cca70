import Model

/// The pass over the pieces of a text that finds everything but names.
struct FactScan {
    let text: ScannedText
    let today: CalendarDay
    let patterns: [OrderIDPattern]
    /// In the order of the text, without overlap.
    private(set) var found: [FoundFact] = []

    init(text: ScannedText, today: CalendarDay, patterns: [OrderIDPattern]) {
        self.text = text
        self.today = today
        self.patterns = patterns
    }

    mutating func run() {
        var index = 0
        while index < text.pieces.count {
            // "In two weeks" is found at its second word, when the first may be a part of something else.
            guard let fact = fact(at: index), fact.pieces.lowerBound >= found.last?.pieces.upperBound ?? 0 else {
                index += 1
                continue
            }
            found.append(fact)
            index = max(index + 1, fact.pieces.upperBound)
        }
    }

    private func fact(at index: Int) -> FoundFact? {
        let piece = text.pieces[index]
        switch piece.kind {
        case .email: return FoundFact(.email, index..<index + 1, text.string(piece.start..<piece.end).lowercased())
        case .link: return FoundFact(.url, index..<index + 1, text.string(piece.start..<piece.end))
        case .number: return fact(ofNumberAt: index)
        case .sign: return fact(ofSignAt: index, piece)
        case .word: return fact(ofWordAt: index, piece)
        case .newline: return nil
        }
    }

    private func fact(ofNumberAt index: Int) -> FoundFact? {
        if text.isJoined(index), text.pieces[index - 1].kind == .word { return nil }
        return amount(at: index) ?? date(ofNumberAt: index) ?? span(ofTimeAt: index) ?? orderID(at: index)
            ?? phone(at: index) ?? address(ofNumberAt: index)
    }

    private func fact(ofSignAt index: Int, _ sign: Piece) -> FoundFact? {
        if Currency.code(ofSign: sign.value) != nil { return amount(behindCurrencyAt: index) }
        return sign.isSign("+") || sign.isSign("(") ? phone(at: index) : nil
    }

    private func fact(ofWordAt index: Int, _ word: Piece) -> FoundFact? {
        if text.isJoined(index), text.pieces[index - 1].kind != .sign { return nil }
        if let id = orderID(atWord: index) { return id }
        if word.roles.isEmpty { return address(ofWordAt: index) }
        if word.has(.currency), let amount = amount(behindCurrencyAt: index) { return amount }
        if word.has(Self.timeRoles), let date = date(ofWordAt: index) { return date }
        if word.has(.cardinal), let fact = amount(inWordsAt: index) ?? span(ofTimeAt: index) { return fact }
        if word.has(.product), let product = product(behind: index) { return product }
        return address(ofWordAt: index)
    }

    private static let timeRoles: WordRoles = [.month, .weekday, .day, .last, .next]
}
