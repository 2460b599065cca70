import Model
import Testing

@testable import Scoring

struct AbstentionTests {
    private static let weights = ["a": ["late": 3.0, "parcel": 1], "b": ["refund": 3.0, "late": 1, "thanks": -2]]

    @Test(
        "one clear intent is acted on, weak and torn ones are not",
        arguments: [
            ("late", false), ("late parcel", false), ("parcel", true), ("refund late", false),
            ("late refund parcel", true),
            ("nothing known", true),
        ]
    )
    func abstains(text: String, expected: Bool) throws {
        let ranking = try compiled(Self.weights).rank(text, language: "en", abstention: Abstention())
        #expect(ranking.abstained == expected)
    }

    @Test("confidences share one whole with the labels that nothing speaks for")
    func confidence() throws {
        let ranking = try compiled(Self.weights).rank("late", language: "en", abstention: Abstention())
        let total = ranking.intents.reduce(0) { $0 + $1.confidence }
        #expect(abs(total - 1) < 1e-9)
        #expect(ranking.intents.map(\.intent) == ["a", "b"])
        let alone = try compiled(["a": ["late": 2], "b": ["x": 1]]).rank(
            "late",
            language: "en",
            abstention: Abstention()
        )
        #expect(alone.intents.first.map { $0.confidence < 1 && $0.confidence > 0.9 } == true)
    }

    @Test("a label against which more speaks than for it is not listed")
    func negative() throws {
        let ranking = try compiled(Self.weights).rank("thanks", language: "en", abstention: Abstention())
        #expect(ranking.intents.isEmpty)
    }

    @Test("absurd weights give no absurd confidence")
    func extreme() throws {
        let ranking = try compiled(["a": ["late": 1e6], "b": ["late": 1]])
            .rank("late", language: "en", abstention: Abstention())
        #expect(ranking.intents.allSatisfy { (0...1).contains($0.confidence) })
    }
}
