extension Tokenizer {
    /// A run of letters, digits and joining signs: a number, date or id where a digit is in it, else its words.
    mutating func takeRun(end: Int) {
        let start = here
        let run = NumberRun(source, from: here.byte, end: end)
        guard run.digits > 0 else { return takeWords(to: run.end) }
        let isNumbered = start.byte > 0 && source[start.byte - 1] == UInt8(ascii: "#")
        pass(to: run.end)
        appendNumber(from: start, kind: isNumbered ? .id : run.kind)
    }

    private mutating func takeWords(to end: Int) {
        while here.byte < end {
            let sight = look(at: here.byte)
            if sight.kind == .letter { takeWord() } else { pass(sight) }
        }
    }

    private mutating func appendNumber(from start: Place, kind: TokenClass) {
        let isAmount = currencyStart != nil && kind != .date
        append(.member(isAmount ? .amount : kind), from: start, form: form(of: start.byte..<here.byte))
        tokens[tokens.count - 1].start = currencyStart ?? start.scalar
        currencyStart = nil
        numberEnd = kind == .date ? nil : here.scalar
    }

    /// The sign at `scalar` has been passed.
    mutating func takeCurrency(from scalar: Int) {
        if let numberEnd, scalar <= numberEnd + 1 {
            extendNumber(to: here.scalar)
        } else {
            currencyStart = scalar
        }
        numberEnd = nil
    }

    /// Makes the number just taken an amount that reaches to `end`.
    mutating func extendNumber(to end: Int) {
        guard let last = tokens.indices.last else { return }
        tokens[last].kind = .member(.amount)
        tokens[last].end = end
    }

    func isCurrencyName(_ range: Range<Int>) -> Bool {
        (3...7).contains(range.count) && Self.currencyNames.contains(string(range))
    }

    private static let currencyNames: Set<String> = [
        "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pound", "pounds", "quid", "chf", "franken", "sek",
        "nok", "dkk", "pln", "czk", "cad", "aud", "inr", "jpy",
    ]
}
