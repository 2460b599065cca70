import Model
import Testing

@testable import Scoring

struct OnlineCorrectionTests {
    @Test("a correction makes the label win for that message and leaves others alone")
    func corrects() throws {
        let scorer = try scorer(Shop.examples(160))
        let text = "thanks for the refund of the parcel"
        let wrong = try #require(scorer.rank(text, language: "en").intents.first?.intent)
        let right = wrong == "praise" ? "refund" : "praise"
        let corrected = scorer.corrected(text, language: "en", to: right)
        #expect(corrected.rank(text, language: "en").intents.first?.intent == right)
        for example in Shop.examples(40) {
            #expect(corrected.rank(example.text, language: "en").intents.first?.intent == example.label)
        }
    }

    @Test("a correction can bring a new label")
    func newLabel() throws {
        let corrected = try scorer(Shop.examples(80)).corrected("track my password", language: "en", to: "new")
        let intents = corrected.rank("track my password", language: "en").intents
        #expect(intents.first?.intent == "new")
        for intent in intents { #expect(intent.evidence.reduce(intent.base) { $0 + $1.weight } == intent.score) }
    }

    @Test("where nothing is known of the language or the words, a correction changes nothing")
    func nothingKnown() throws {
        let scorer = try scorer(Shop.examples(80))
        for (text, language) in [("mein Geld", "de"), ("zebra", "en")] {
            let corrected = scorer.corrected(text, language: language, to: "refund")
            #expect(
                corrected.rank("where is my parcel", language: "en")
                    == scorer.rank("where is my parcel", language: "en")
            )
        }
    }
}
