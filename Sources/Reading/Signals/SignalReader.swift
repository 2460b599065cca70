package import Model
package import Scoring

/// Reads how it stands with the customer, by the keywords of `config/signals.yaml` and a few rules. Immutable; may be
/// shared by threads.
package struct SignalReader: Sendable {
    /// What `config/signals.yaml` gives words for.
    package enum Label: String, Hashable, Sendable, CaseIterable {
        case positive = "sentiment.positive"
        case negative = "sentiment.negative"
        case courtesy
        case negation
        case intensity
        case emphasis
        case urgency
        case effort
        case distress
        case churn
        case publicComplaint = "public_complaint"
        case praise = "praise.person"
    }

    private let matcher: LexiconMatcher

    /// - Parameter lexicon: counts everywhere; its labels are those of `Label`. Others are left alone.
    package init(_ lexicon: Lexicon) {
        matcher = LexiconMatcher(lexicon)
    }

    /// Takes time linear in the text.
    /// - Parameter language: an ISO 639 code.
    package func signals(in text: String, language: String) -> Signals {
        Self.signals(matcher.score(text, language: language), in: ClauseMap(text, language: language))
    }

    /// The same from what a matcher has found, so that one walk through a text can serve several lexicons.
    static func signals(_ scores: [LabelScore], in map: ClauseMap) -> Signals {
        scores.isEmpty && map.shout == nil ? Signals() : SignalTally(FoundSignals(scores, in: map)).signals
    }
}
