import Testing

@testable import Scoring

struct LexiconTests {
    @Test(
        "a fault is named with its label, language and keyword",
        arguments: [
            ("en", "", 1.0, LexiconError.Problem.nothingToMatch),
            ("en", "…, -", 1.0, .nothingToMatch),
            ("en", "late. order", 1.0, .runsAcrossSentences),
            ("en", "<sum>", 1.0, .unknownClass("sum")),
            ("en", "* late", 1.0, .misplacedGap),
            ("en", "late *", 1.0, .misplacedGap),
            ("en", "so * * late", 1.0, .misplacedGap),
            ("en", "so * very * much * late", 1.0, .misplacedGap),
            ("en", "*", 1.0, .nothingToMatch),
            ("en", "late", 0.0, .unusableWeight(0)),
            ("en", "late", .infinity, .unusableWeight(.infinity)),
        ]
    )
    func faults(language: String, phrase: String, weight: Double, problem: LexiconError.Problem) {
        let label = Lexicon.Label(id: "a", keywords: [language: [.init(phrase, weight)]])
        let expected = LexiconError(label: "a", language: language, keyword: phrase, problem: problem)
        #expect(throws: expected) { try Lexicon(labels: [label]) }
    }

    @Test("two keywords of one list that match the same words are refused")
    func same() {
        let label = Lexicon.Label(id: "a", keywords: ["en": [.init("return", 1), .init("Returned", 2)]])
        let expected = LexiconError(label: "a", language: "en", keyword: "Returned", problem: .sameAs("return"))
        #expect(throws: expected) { try Lexicon(labels: [label]) }
    }

    @Test("labels and languages are checked")
    func labels() {
        #expect(throws: LexiconError(label: "", problem: .emptyLabel)) {
            try Lexicon(labels: [.init(id: "", keywords: [:])])
        }
        #expect(throws: LexiconError(label: "a", problem: .duplicateLabel)) {
            try Lexicon(labels: [.init(id: "a", keywords: [:]), .init(id: "a", keywords: [:])])
        }
        #expect(throws: LexiconError(label: "a", language: "EN", problem: .malformedLanguage)) {
            try Lexicon(labels: [.init(id: "a", keywords: ["EN": []])])
        }
    }

    @Test("an error reads as a sentence with its place")
    func description() {
        let error = LexiconError(label: "a", language: "en", keyword: "x", problem: .sameAs("y"))
        #expect(error.description == "a / en / “x”: matches the same words as “y”")
    }
}
