import Model
import Testing

@testable import Scoring

struct ScoreExplanationTests {
    @Test("the differences of parts and bases sum to the lead exactly")
    func differences() throws {
        let scorer = try scorer(Shop.noisy(200), hand: ["refund": ["money": 2]])
        for text in ["where is my money", "reset the password please", "parcel refund thanks"] {
            let explanation = try #require(scorer.explain(text, language: "en"))
            let runnerUp = try #require(explanation.runnerUp)
            let bases = explanation.winner.base - runnerUp.base
            #expect(explanation.differences.reduce(bases) { $0 + $1.lead } == explanation.lead)
            #expect(explanation.winner.label == scorer.rank(text, language: "en").intents.first?.intent)
            let leads = explanation.differences.map(\.lead)
            #expect(leads == leads.sorted(by: >))
        }
    }

    @Test("the words taken away are the fewest, and without them another label wins")
    func removal() throws {
        let scorer = try scorer(Shop.examples(160))
        let text = "please reset the password for my parcel"
        let removal = try #require(scorer.explain(text, language: "en")?.removal)
        let scalars = Array(text.unicodeScalars)
        let kept = scalars.indices.filter { place in !removal.places.contains { $0.contains(place) } }
        let rest = String(String.UnicodeScalarView(kept.map { scalars[$0] }))
        #expect(removal.winner != "password")
        #expect(scorer.rank(rest, language: "en").intents.first?.intent == removal.winner)
    }

    @Test("by hand-set weights alone the removal and the change of weight flip the outcome too")
    func byHand() throws {
        let weights = ["a": ["late": 3.0, "parcel": 1], "b": ["refund": 2.5]]
        let scorer = try IntentScorer(lexicon: lexicon(weights))
        let explanation = try #require(scorer.explain("late parcel refund", language: "en"))
        #expect(explanation.removal?.places == [0..<4])
        #expect(explanation.removal?.winner == "b")
        let change = try #require(explanation.weightChange)
        #expect((change.label, change.keyword, change.weight) == ("a", "late", 3))
        var edited = weights
        edited["a"]?["late"] = change.needed
        let after = try IntentScorer(lexicon: lexicon(edited)).rank("late parcel refund", language: "en")
        #expect(after.intents.first?.intent == "b")
    }

    @Test("the change of a learned weight flips the outcome")
    func weightChange() throws {
        var weights = WeightFitting(limit: nil).fit(Shop.examples(160))
        let scorer = try IntentScorer(lexicon: lexicon([:]), weights: weights)
        let text = "reset the password for my parcel"
        let explanation = try #require(scorer.explain(text, language: "en"))
        let change = try #require(explanation.weightChange)
        let place = try #require(weights.languages["en"]?.labels.firstIndex { $0.id == change.label })
        #expect(weights.languages["en"]?.labels[place].weights[change.keyword] == change.weight)
        weights.languages["en"]?.labels[place].weights[change.keyword] = change.needed
        let after = try IntentScorer(lexicon: lexicon([:]), weights: weights).rank(text, language: "en")
        #expect(after.intents.first?.intent == explanation.runnerUp?.label)
    }

    @Test("unknown words are pointed at, and nothing is explained where nothing speaks")
    func unknown() throws {
        let scorer = try scorer(Shop.examples(160))
        let explanation = try #require(scorer.explain("password zebra", language: "en"))
        #expect(explanation.unknownWords == [9..<14])
        #expect(try #require(explanation.coverage) < 1)
        #expect(scorer.explain("zebra", language: "en") == nil)
    }
}
