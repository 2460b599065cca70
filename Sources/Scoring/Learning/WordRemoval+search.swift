import Model

extension WordRemoval {
    /// More words are not tried together in every way, but one after the other, the strongest first.
    private static let mostTried = 24

    /// - Parameters:
    ///   - differences: what speaks for the winner; only words of these are tried.
    ///   - outcome: the label that wins for a text, nil for none.
    /// - Returns: nil where no words that speak for the winner can be taken away so that it loses.
    static func fewest(
        from text: TokenizedText,
        against differences: [ScoreExplanation.Difference],
        winner: String,
        outcome: (TokenizedText) -> String?
    ) -> WordRemoval? {
        let words = candidates(text, differences)
        func loses(_ indices: [Int]) -> Bool {
            outcome(text.without(Set(indices.map { words[$0] }))) != winner
        }
        let found = sets(words.count).first(where: loses) ?? oneAfterTheOther(words.count, loses)
        guard let found else { return nil }
        let removed = Set(found.map { words[$0] })
        return WordRemoval(
            places: text.places(of: removed),
            words: found.count,
            winner: outcome(text.without(removed))
        )
    }

    /// The forms that speak for the winner, the strongest first.
    private static func candidates(
        _ text: TokenizedText,
        _ differences: [ScoreExplanation.Difference]
    ) -> [String] {
        var leads: [String: Double] = [:]
        for difference in differences where difference.lead > 0 {
            for token in text.tokens(from: difference.start, to: difference.end) {
                leads[text.form(of: token), default: 0] += difference.lead
            }
        }
        leads[""] = nil
        let order = leads.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return order.prefix(mostTried).map(\.key)
    }

    /// Each one alone, then every two.
    private static func sets(_ count: Int) -> some Sequence<[Int]> {
        (0..<count).map { [$0] } + (0..<count).flatMap { second in (0..<second).map { [$0, second] } }
    }

    /// Takes words away until the winner loses, then gives back those that were not needed.
    private static func oneAfterTheOther(_ count: Int, _ loses: ([Int]) -> Bool) -> [Int]? {
        guard let needed = (0..<count).first(where: { loses(Array(0...$0)) }) else { return nil }
        var removed = Array(0...needed)
        for word in removed {
            let fewer = removed.filter { $0 != word }
            if !fewer.isEmpty, loses(fewer) { removed = fewer }
        }
        return removed
    }
}

extension TokenizedText {
    /// The text as if some words, by their forms, were not in it.
    fileprivate func without(_ forms: Set<String>) -> TokenizedText {
        TokenizedText(self, tokens: tokens.filter { !forms.contains(form(of: $0)) })
    }

    fileprivate func places(of forms: Set<String>) -> [Range<Int>] {
        tokens.filter { forms.contains(form(of: $0)) }.map { $0.start..<$0.end }
    }

    /// Tokens that overlap a span.
    fileprivate func tokens(from start: Int, to end: Int) -> some Sequence<Token> {
        tokens.lazy.filter { $0.start < end && $0.end > start }
    }
}
