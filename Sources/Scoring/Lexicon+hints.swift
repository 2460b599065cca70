extension Lexicon {
    /// Keywords that weigh less say too little by themselves.
    private static let leastWeight = 3.0

    /// What titles and strong keywords say of the labels, in the lexicon's order.
    func hints(language: String) -> [LabelHint] {
        labels.flatMap { label in
            let keywords = label.keywords(for: language).filter { $0.weight >= Self.leastWeight }
            return [LabelHint(label: label.id, text: label.title, origin: .name)]
                + keywords.map { LabelHint(label: label.id, text: $0.words, origin: .keyword) }
        }
    }
}

extension Lexicon.Keyword {
    /// The phrase as a message could have it; gaps and classes are left out.
    fileprivate var words: String {
        let pieces = phrase.split(whereSeparator: \.isWhitespace).filter { $0 != "*" && !$0.hasPrefix("<") }
        return pieces.map { $0.count > 1 && $0.hasPrefix("=") ? $0.dropFirst() : $0 }.joined(separator: " ")
    }
}
