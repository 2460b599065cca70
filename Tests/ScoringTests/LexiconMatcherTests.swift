import Model
import Testing

@testable import Scoring

struct LexiconMatcherTests {
    @Test("words match by stem, without case and accents")
    func stems() throws {
        let matcher = try matcher(["en": ["return": 2], "fr": ["livré": 3]])
        #expect(matcher.score("I RETURNED them", language: "en").first?.evidence == [
            Evidence(keyword: "return", weight: 2, start: 2, end: 10)
        ])
        #expect(matcher.score("pas livre", language: "fr").first?.score == 3)
    }

    private func matcher(_ keywords: [String: [String: Double]]) throws -> LexiconMatcher {
        let label = Lexicon.Label(id: "a", keywords: keywords.mapValues { $0.map(Lexicon.Keyword.init) })
        return LexiconMatcher(try Lexicon(labels: [label]))
    }
}
