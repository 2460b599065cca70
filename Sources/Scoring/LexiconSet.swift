/// Several lexicons that are asked about the same texts: one text is cut to tokens once for all of them.
/// Immutable, and safe to use from many threads at once.
package struct LexiconSet: Sendable {
    private let matchers: [LexiconMatcher]

    package init(_ lexicons: [Lexicon]) {
        matchers = lexicons.map(LexiconMatcher.init)
    }

    /// What each lexicon finds in the text, in the order in which the lexicons were given: for each as
    /// `LexiconMatcher.score`.
    package func score(_ text: TokenizedText) -> [[LabelScore]] {
        matchers.map { $0.score(text) }
    }
}
