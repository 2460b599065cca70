import Model
import Testing

@testable import Scoring

struct LearnedWeightsTests {
    private static func plain() -> LanguageWeights {
        LanguageWeights(
            labels: [
                LearnedLabel(id: "a", examples: 3, base: -0.5, weights: ["late": 4, "so late": 2.5]),
                LearnedLabel(id: "b", examples: 2, base: 0, weights: ["thanks": 6.25, "late": -1]),
            ],
            examples: 5,
            phrases: ["late": 3, "so": 2, "so late": 1, "thanks": 2],
            words: ["late": 3, "thanks": 2],
            pairShare: 0.5,
            calibration: .uncertain
        )
    }

    @Test("weights read off and put together again score the same to the bit", arguments: [nil, 12] as [Int?])
    func roundTrip(limit: Int?) throws {
        let weights = WeightFitting(limit: limit).fit(Shop.noisy(200))
        let english = try #require(weights.languages["en"])
        // As a file would give them back: values written in decimals, keys in any order.
        let rebuilt = LanguageWeights(
            labels: english.labels.reversed().map { label in
                let pairs = label.weights.reversed().map { ($0.key, Double("\($0.value)") ?? 0) }
                let weights = Dictionary(uniqueKeysWithValues: pairs)
                return LearnedLabel(id: label.id, examples: label.examples, base: label.base, weights: weights)
            },
            examples: english.examples,
            phrases: Dictionary(uniqueKeysWithValues: english.phrases.reversed().map { ($0.key, $0.value) }),
            words: english.words,
            pairShare: english.pairShare,
            calibration: english.calibration
        )
        let empty = try lexicon([:])
        let first = try IntentScorer(lexicon: empty, weights: weights)
        let second = try IntentScorer(lexicon: empty, weights: LearnedWeights(languages: ["en": rebuilt]))
        for text in Shop.examples(60).map(\.text) + ["unknwon pasword", "parcels refunded"] {
            let (a, b) = (first.rank(text, language: "en"), second.rank(text, language: "en"))
            let scores = Dictionary(uniqueKeysWithValues: b.intents.map { ($0.intent, $0) })
            #expect(a.abstained == b.abstained && a.intents.count == b.intents.count)
            for intent in a.intents {
                #expect(scores[intent.intent]?.score == intent.score)
                #expect(scores[intent.intent]?.evidence == intent.evidence)
                #expect(abs((scores[intent.intent]?.confidence ?? 2) - intent.confidence) < 1e-12)
            }
        }
    }

    @Test("an edited weight counts at once, and so does a phrase that no example has")
    func edited() throws {
        var weights = Self.plain()
        weights.labels[1].weights["never ever"] = 9
        weights.labels[1].weights["late"] = 5
        let scorer = try IntentScorer(lexicon: lexicon([:]), weights: LearnedWeights(languages: ["en": weights]))
        #expect(scorer.rank("late", language: "en").intents.first?.intent == "b")
        #expect(scorer.rank("never ever", language: "en").intents.first?.evidence.map(\.keyword) == ["never ever"])
    }

    @Test(
        "a fault in edited weights is named",
        arguments: [
            ("one two three", 1.0, LexiconError.Problem.notOneOrTwoWords),
            ("Lates", 1.0, .sameAs("late")), ("late", .infinity, .unusableWeight(.infinity)),
            ("late", 2000, .unusableWeight(2000)), ("", 1, .notOneOrTwoWords),
        ]
    )
    func faults(phrase: String, weight: Double, problem: LexiconError.Problem) throws {
        var weights = Self.plain()
        weights.labels[0].weights[phrase] = weight
        let error = #expect(throws: LexiconError.self) { try LanguageModel(weights, language: "en") }
        if case .sameAs = problem {
            #expect(Set(["late", "Lates"]).contains(error?.keyword ?? ""))
        } else {
            #expect(error?.problem == problem)
        }
    }

    @Test("a label given twice, or fewer than no examples, is refused")
    func counts() {
        var twice = Self.plain()
        twice.labels.append(twice.labels[0])
        #expect(throws: LexiconError(label: "a", language: "en", problem: .duplicateLabel)) {
            try LanguageModel(twice, language: "en")
        }
        var negative = Self.plain()
        negative.phrases["late"] = -1
        #expect(throws: LexiconError(language: "en", keyword: "late", problem: .negativeCount(-1))) {
            try LanguageModel(negative, language: "en")
        }
    }
}
