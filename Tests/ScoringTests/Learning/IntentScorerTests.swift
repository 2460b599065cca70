import Model
import Testing

@testable import Scoring

struct IntentScorerTests {
    private static let hand = ["order.where": ["parcel": 2.0, "where is": 2], "refund": ["refund": 3.0, "money": 2]]

    @Test("without examples hand-set weights decide as they do alone")
    func handAlone() throws {
        let hand = try lexicon(Self.hand)
        let (matcher, scorer) = (LexiconMatcher(hand), try IntentScorer(lexicon: hand))
        for text in ["where is my parcel", "refund", "money for the parcel", "nothing", ""] {
            #expect(scorer.rank(text, language: "en") == matcher.rank(text, language: "en", abstention: Abstention()))
        }
    }

    @Test("a language without examples falls back to hand-set weights")
    func otherLanguage() throws {
        let german = try lexicon(["refund": ["Geld": 3]], language: "de")
        let weights = WeightFitting(lexicon: LexiconMatcher(german)).fit(Shop.examples(40))
        let scorer = try IntentScorer(lexicon: german, weights: weights)
        let ranking = scorer.rank("mein Geld", language: "de")
        #expect(ranking == LexiconMatcher(german).rank("mein Geld", language: "de", abstention: Abstention()))
        #expect(scorer.knows("de") && scorer.knows("en") && !scorer.knows("fr"))
    }

    @Test("hand-set weights fade as examples arrive", arguments: [(0, 2.0), (10, 1), (90, 0.2)])
    func fade(examples: Int, expected: Double) throws {
        let log = (0..<examples).map { _ in LabelledExample(label: "refund", text: "another", language: "en") }
        let other = LabelledExample(label: "praise", text: "lovely", language: "en")
        let intent = try scorer(log + [other], hand: Self.hand).rank("money", language: "en").intents.first
        #expect(intent?.intent == "refund")
        #expect(abs((intent?.evidence.first { $0.keyword == "money" }?.weight ?? 0) - expected) < Evidence.unit)
    }

    @Test("a pinned weight stands in full and wins against all examples")
    func pinned() throws {
        let lexicon = try Lexicon(labels: [
            .init(id: "legal", keywords: ["en": [.init("parcel", 20, isPinned: true), .init("now", 1)]])
        ])
        let weights = WeightFitting(lexicon: LexiconMatcher(lexicon)).fit(Shop.examples(200))
        let scorer = try IntentScorer(lexicon: lexicon, weights: weights)
        let first = try #require(scorer.rank("where is my parcel", language: "en").intents.first)
        #expect(first.intent == "legal")
        #expect(first.evidence.contains { $0.keyword == "parcel" && $0.weight == 20 })
    }

    @Test("base and parts sum to the score exactly, and point at their words")
    func sums() throws {
        let scorer = try scorer(Shop.noisy(200), hand: Self.hand)
        for text in Shop.examples(40).map(\.text) + ["PARCEL, parcel? 🙂", "moneys back pasword"] {
            for intent in scorer.rank(text, language: "en").intents {
                #expect(intent.evidence.reduce(intent.base) { $0 + $1.weight } == intent.score)
                #expect(intent.evidence.reversed().reduce(intent.base) { $0 + $1.weight } == intent.score)
                let length = text.unicodeScalars.count
                #expect(intent.evidence.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= length })
                let units = intent.evidence.map { $0.weight / Evidence.unit }
                #expect(units.allSatisfy { $0 == $0.rounded() })
            }
        }
    }

    @Test(
        "a misspelt word is mended to a known one, and the mend is shown",
        arguments: ["pasword", "passwrod", "passsword", "bassword"]
    )
    func mends(word: String) throws {
        let intent = try #require(try scorer(Shop.examples(80)).rank(word, language: "en").intents.first)
        #expect(intent.intent == "password")
        let evidence = try #require(intent.evidence.first { $0.keyword == "password" })
        #expect(evidence.mendedFrom == word)
        #expect((evidence.start, evidence.end) == (0, word.count))
    }

    @Test("a known word is not mended, nor a short one", arguments: ["parcel", "words", "yuo"])
    func notMended(word: String) throws {
        let intents = try scorer(Shop.examples(80)).rank(word, language: "en").intents
        #expect(intents.flatMap(\.evidence).allSatisfy { $0.mendedFrom == nil })
    }

    @Test(
        "a message unlike all examples is left to a person, and so is an empty one",
        arguments: ["", "zebra giraffe"]
    )
    func abstains(text: String) throws {
        let scorer = try scorer(Shop.noisy(200))
        #expect(scorer.rank(text, language: "en").abstained)
        #expect(!scorer.rank("please reset the password now please", language: "en").abstained)
    }

    @Test("the judgement is that of the ranking")
    func judgement() throws {
        let scorer = try scorer(Shop.noisy(200))
        for text in Shop.examples(40).map(\.text) {
            let ranking = scorer.rank(text, language: "en")
            let judgement = try #require(scorer.judge(TokenizedText(text, language: "en")))
            #expect(judgement.best.first == ranking.intents.first?.intent)
            #expect(judgement.confidence == ranking.intents.first?.confidence)
            #expect(judgement.abstained == ranking.abstained)
        }
    }

    @Test("a text of many words is scored like any other")
    func long() throws {
        let scorer = try scorer(Shop.examples(80))
        let text = Array(repeating: "my password does not work, where is the parcel?", count: 2000).joined(
            separator: " "
        )
        let intent = try #require(scorer.rank(text, language: "en").intents.first)
        #expect(intent.evidence.reduce(intent.base) { $0 + $1.weight } == intent.score)
    }
}
