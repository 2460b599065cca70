import Model
import Testing

@testable import Reading

struct ClauseMapTests {
    @Test(
        "a text is cut where a clause ends",
        arguments: [
            ("I have no car, so I can not come. Sorry!", "en", ["I have no car", "so I can not come", "Sorry"]),
            ("It broke and I am ill because of it", "en", ["It broke", "and I am ill", "because of it"]),
            ("Am 5. Mai z. B. kommt Dr. Braun", "de", ["Am 5. Mai z. B. kommt Dr. Braun"]),
            ("Hallo Herr Süß\nIch – wie gesagt – warte", "de", ["Hallo Herr Süß", "Ich", "wie gesagt", "warte"]),
            ("¿Dónde está? ¡Ya basta!", "es", ["Dónde está", "Ya basta"]),
            ("", "en", []),
            ("…!?, ()", "en", []),
        ]
    )
    func clauses(text: String, language: String, expected: [String]) {
        let map = ClauseMap(text, language: language)
        #expect(map.clauses.map { map.span($0.start.scalar..<$0.end.scalar).text } == expected)
    }

    @Test("a line that a program wrapped goes on")
    func wrapped() {
        let text = "I would like to bring the lamp back to your shop in\nLeeds tomorrow"
        #expect(ClauseMap(text, language: "en").clauses.count == 1)
    }

    @Test("a text without any punctuation is cut all the same")
    func endless() {
        let map = ClauseMap(String(repeating: "word ", count: 10_000), language: "en")
        #expect(map.clauses.allSatisfy { $0.end.scalar - $0.start.scalar < ClauseScanner.longestClause + 10 })
        #expect(map.clauses.last?.end.scalar == 49_999)
    }

    @Test("a long passage is narrowed to whole words around what matters")
    func narrowed() throws {
        let text = String(repeating: "é und so ", count: 20) + "kein Auto " + String(repeating: "mit ß ", count: 30)
        let map = ClauseMap(text, language: "")
        let span = map.passage(0...0, around: 180..<189)
        #expect(span.text.contains("kein Auto") && span.end - span.start <= ClauseMap.longestPassage)
        #expect(isExact(span, in: text) && !span.text.hasPrefix(" ") && !span.text.hasSuffix(" "))
    }
}
