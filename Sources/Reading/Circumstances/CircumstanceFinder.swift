package import Model
package import Scoring

/// Finds what customers tell of their situation, by the keywords of `config/circumstances.yaml`. Immutable; may be shared
/// by threads.
package struct CircumstanceFinder: Sendable {
    /// A clause whose keywords come to this names the circumstance.
    static let threshold = 2.0

    private let matcher: LexiconMatcher

    /// - Parameter lexicon: counts everywhere; its labels are the kinds of circumstances. Others are left alone.
    package init(_ lexicon: Lexicon) {
        matcher = LexiconMatcher(lexicon)
    }

    /// In the order of the text; the spans of one kind do not overlap. Takes time linear in the text.
    /// - Parameter language: an ISO 639 code.
    package func circumstances(in text: String, language: String) -> [NamedCircumstance] {
        Self.circumstances(matcher.score(text, language: language), in: ClauseMap(text, language: language))
    }

    /// The same from what a matcher has found, so that one walk through a text can serve several lexicons.
    static func circumstances(_ scores: [LabelScore], in map: ClauseMap) -> [NamedCircumstance] {
        guard !map.clauses.isEmpty else { return [] }
        let found = scores.flatMap { score -> [NamedCircumstance] in
            guard let kind = NamedCircumstance.Kind(rawValue: score.label) else { return [] }
            let passages = Passage.named(by: score.evidence, in: map, threshold: threshold)
            return passages.map { NamedCircumstance(kind, map.passage($0.clauses, around: $0.words)) }
        }
        return found.sorted { ($0.span.start, $0.kind.rawValue) < ($1.span.start, $1.kind.rawValue) }
    }
}
