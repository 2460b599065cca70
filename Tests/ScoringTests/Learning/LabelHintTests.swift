import Model
import Testing

@testable import Scoring

struct LabelHintTests {
    private static let hand = [
        "order.where": ["parcel": 4.0, "where is": 3], "refund": ["refund": 4, "money back": 4],
        "password": ["password": 4, "log in": 3], "praise": ["thank you": 3, "great": 3, "lovely": 3],
    ]
    /// Messages as they come: the same greetings and little words in all.
    private static let corrections = [
        "Hello, please can you tell me when the money comes to my account?",
        "Hello, I want to ask about my refund please, thank you",
        "hi there, can you please refund me what I paid",
        "Hello, could you tell me where the money is, thanks",
        "please, I want my money, it is urgent",
    ]

    private static func scorer(_ examples: Int, hand: [String: [String: Double]] = hand) throws -> IntentScorer {
        try ScoringTests.scorer(
            corrections.prefix(examples).map { LabelledExample(label: "refund", text: $0, language: "en") },
            hand: hand
        )
    }

    @Test("a handful of corrections of one label takes no message from the others", arguments: [1, 2, 5])
    func takesNothing(examples: Int) throws {
        let scorer = try Self.scorer(examples)
        for example in Shop.examples(160) where example.label != "refund" {
            let alone = LexiconMatcher(try lexicon(Self.hand)).score(example.text, language: "en").first?.label
            guard alone == example.label else { continue }
            #expect(scorer.rank(example.text, language: "en").intents.first?.intent == example.label)
        }
    }

    @Test("a handful of corrections of one label draws no stranger's message to it", arguments: [1, 2, 5])
    func drawsNoStrangers(examples: Int) throws {
        let scorer = try Self.scorer(examples)
        let strangers = [
            "Hello, can you please tell me when the next train leaves for Hamburg?",
            "hi, what is the weather like in Rome",
            "please could you turn the lights on, thanks", "Good morning, I want to hear some music",
        ]
        for text in strangers { #expect(scorer.rank(text, language: "en").abstained) }
    }

    @Test("a corrected message and ones like it are known, from the first on", arguments: [1, 2, 5])
    func learns(examples: Int) throws {
        let scorer = try Self.scorer(examples)
        let text = "can you say when the money comes to the account"
        #expect(scorer.rank(text, language: "en").intents.first?.intent == "refund")
        for text in Self.corrections.prefix(examples) {
            #expect(scorer.rank(text, language: "en").intents.first?.intent == "refund")
        }
    }

    @Test("a label's name is a weak example of it")
    func names() throws {
        let texts = [("card_arrival", "it has not come yet"), ("lostPhone", "it is gone"), ("top-up", "not there")]
        let examples = texts.map { LabelledExample(label: $0.0, text: $0.1, language: "en") }
        let scorer = try ScoringTests.scorer(examples, hand: [:])
        #expect(scorer.rank("my card", language: "en").intents.first?.intent == "card_arrival")
        #expect(scorer.rank("the arrivals", language: "en").intents.first?.intent == "card_arrival")
        #expect(scorer.rank("the top", language: "en").intents.first?.intent == "top-up")
    }

    @Test("hints count as no examples: not of labels, phrases or words, and nothing is measured on them")
    func countNowhere() throws {
        let lexicon = try lexicon(Self.hand.merging(["praise": ["wonderful": 3]]) { $1 })
        let examples = Shop.noisy(200).filter { $0.label != "praise" }
        let fitting = LanguageFitting(examples, language: "en", limit: 200, lexicon: LexiconMatcher(lexicon))
        #expect(fitting.scored.count == examples.count)
        #expect(fitting.corpus.count > examples.count)
        let weights = try #require(WeightFitting(lexicon: LexiconMatcher(lexicon)).fit(examples).languages["en"])
        #expect(weights.examples == examples.count)
        #expect(weights.labels.first { $0.id == "praise" }?.examples == 0)
        #expect(weights.phrases["wonderful"] == 0)
        #expect(weights.words["wonderful"] == nil)
        #expect(weights.labels.reduce(0) { $0 + $1.examples } == examples.count)
    }

    @Test("of keywords only strong ones are hints, as a message could have them")
    func keywords() throws {
        let lexicon = try Lexicon(labels: [
            .init(
                id: "order.where",
                title: "Where is it?",
                keywords: [
                    "en": [.init("where * <id> =Parcels", 3), .init("hello", 2), .init("not this", -4)],
                    "*": [.init("📦", 5)], "de": [.init("Paket", 5)],
                ]
            )
        ])
        #expect(lexicon.hints(language: "en").map(\.text) == ["Where is it?", "where Parcels", "📦"])
        #expect(lexicon.hints(language: "fr").map(\.text) == ["Where is it?", "📦"])
    }

    @Test("a hint weighs less the more examples its label has")
    func cost() {
        #expect([0, 20, 60].map { LabelHint.cost(examples: $0) } == [1, 0.5, 0.25])
        #expect([0, 3, 95].map { Fading.learnedShare(examples: $0) } == [0.2, 0.5, 0.96])
    }
}
