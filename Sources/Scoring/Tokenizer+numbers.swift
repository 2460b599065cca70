extension Tokenizer {
    /// A run of letters, digits and joining signs: a number, date or id where a digit is in it, else its words.
    mutating func takeRun(from start: Int, end: Int) -> Int {
        let run = NumberRun(scalars, from: start, end: end)
        guard run.digits > 0 else {
            walk(start..<run.end, hasDigit: false)
            return run.end
        }
        let isNumbered = start > 0 && scalars[start - 1] == "#"
        appendNumber(start..<run.end, kind: isNumbered ? .id : run.kind(in: scalars))
        return run.end
    }

    private mutating func appendNumber(_ range: Range<Int>, kind: TokenClass) {
        let start = currencyStart ?? range.lowerBound
        let isAmount = currencyStart != nil && kind != .date
        append(.member(isAmount ? .amount : kind), range)
        output.tokens[output.tokens.count - 1].start = start
        currencyStart = nil
        numberEnd = kind == .date ? nil : range.upperBound
    }

    mutating func takeCurrency(at index: Int) {
        if let numberEnd, index <= numberEnd + 1 {
            extendNumber(to: index + 1)
        } else {
            currencyStart = index
        }
        numberEnd = nil
    }

    /// Makes the number just taken an amount that reaches to `end`.
    mutating func extendNumber(to end: Int) {
        guard let last = output.tokens.indices.last else { return }
        output.tokens[last].kind = .member(.amount)
        output.tokens[last].end = end
    }

    func isCurrencyName(_ range: Range<Int>) -> Bool {
        guard (3...7).contains(range.count) else { return false }
        return Self.currencyNames.contains(String(String.UnicodeScalarView(scalars[range])).lowercased())
    }

    private static let currencyNames: Set<String> = [
        "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pound", "pounds", "quid", "chf", "franken", "sek",
        "nok", "dkk", "pln", "czk", "cad", "aud", "inr", "jpy",
    ]
}
