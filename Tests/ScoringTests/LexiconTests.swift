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

    @Test("a label with a fault leaves nothing behind in what is built")
    func faultyLabel() throws {
        let builder = LexiconBuilder()
        try builder.append(.init(id: "a", keywords: ["en": [.init("late", 1)]]))
        let faulty = Lexicon.Label(id: "b", keywords: ["en": [.init("order", 1), .init("x. y", 1)]])
        #expect(throws: LexiconError.self) { try builder.append(faulty) }
        try builder.append(.init(id: "b", keywords: ["en": [.init("parcel", 1), .init("late", 1)]]))
        let lexicon = builder.lexicon(counting: .once)
        #expect(lexicon.labels.map(\.id) == ["a", "b"])
        #expect(lexicon.words(language: "en") == ["late": 2, "parcel": 1])
        let scores = LexiconSet([lexicon]).score(TokenizedText("the late order parcel", language: "en"))
        #expect(scores[0].map(\.label) == ["b", "a"] && scores[0].map(\.score) == [2, 1])
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
