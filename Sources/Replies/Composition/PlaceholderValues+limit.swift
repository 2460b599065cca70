import Model

extension PlaceholderValues {
    /// What a limit says, in the reply's language. Words in another language are none.
    mutating func take(_ limit: Limit, language: String) {
        self[.limitWhat] = limit.what[language].map(Self.line)
        self[.limitReason] = limit.reason[language].map(Self.line)
        self[.limitAlternative] = limit.alternatives.compactMap { $0[language].map(Self.line) }.joined(separator: " ")
        set(.limitUntil, to: .day(limit.until), language: language)
    }

    private static func line(_ words: String) -> String {
        MarkdownText.escaped(MarkdownText.singleLine(words))
    }
}
