import Model
import Scoring
import Testing

@testable import Reading

struct SignalRuleTests {
    private func signals(_ text: String, _ keywords: [SignalReader.Label: [String: Double]]) throws -> Signals {
        let labels = keywords.map { label, words in
            Lexicon.Label(id: label.rawValue, keywords: ["en": words.map { Lexicon.Keyword($0.key, $0.value) }])
        }
        return SignalReader(try Lexicon(labels: labels, counting: .everywhere)).signals(in: text, language: "en")
    }

    private let words: [SignalReader.Label: [String: Double]] = [
        .positive: ["happy": 2], .negative: ["broken": 2], .negation: ["not": 1, "no": 1], .intensity: ["very": 1],
        .courtesy: ["thanks": 2], .urgency: ["urgent": 3], .emphasis: ["!!": 1],
    ]

    @Test(
        "sentiment is the difference of what is said",
        arguments: [
            ("I am happy", 1), ("I am not happy", -1), ("not at all, happy", 1), ("broken", -1), ("not broken", 0),
            ("happy but broken", 0), ("very broken", -1), ("very broken!!", -2), ("thanks", 1),
            ("it is broken, thanks", -1), ("the “happy broken” lamp", 0), ("my Happy Socks came", 0), ("", 0),
        ]
    )
    func sentiment(text: String, expected: Int) throws {
        #expect(try signals(text, words).sentiment == expected)
    }

    @Test(
        "urgency is pressed by capitals and marks, and undone by a negation",
        arguments: [("urgent", 2), ("urgent!!", 3), ("URGENT", 3), ("not urgent", 0), ("URGENT Lamp", 3)]
    )
    func urgency(text: String, expected: Int) throws {
        #expect(try signals(text, words).urgency == expected)
    }

    @Test("evidence points at the words, with the negation before them")
    func evidence() throws {
        let found = try signals("Ünfairly, I am not happy.", words).evidence
        let span = TextSpan(text: "not happy", start: 15, end: 24)
        #expect(found == [SignalEvidence(signal: "sentiment.positive", keyword: "happy", weight: -2, span: span)])
    }
}
