import Model

@testable import Scoring

/// A matcher of one label per entry, for one language.
func compiled(_ labels: [String: [String: Double]], language: String = "en") throws -> LexiconMatcher {
    LexiconMatcher(try lexicon(labels, language: language))
}

func lexicon(_ labels: [String: [String: Double]], language: String = "en") throws -> Lexicon {
    try Lexicon(
        labels: labels.sorted { $0.key < $1.key }.map { id, keywords in
            let sorted = keywords.sorted { $0.key < $1.key }
            return Lexicon.Label(id: id, keywords: [language: sorted.map { Lexicon.Keyword($0.key, $0.value) }])
        }
    )
}

/// What the evidence points at, as it stands in the text.
func pointedAt(_ evidence: Evidence, in text: String) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[evidence.start..<evidence.end]))
}
