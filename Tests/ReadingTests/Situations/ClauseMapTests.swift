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

    @Test(
        "a place is found behind any number of scalars of any length",
        arguments: ["a", "\u{E9}", "\u{1F621}", "a\u{1F621}, ", "\u{8BA2}\u{5355}\u{3002}"]
    )
    func marks(unit: String) {
        let text = String(repeating: unit, count: 150)
        let map = ClauseMap(text, language: "en")
        var byte = 0
        for (scalar, each) in text.unicodeScalars.enumerated() {
            #expect(map.mark(at: scalar) == ClauseMap.Mark(scalar: scalar, byte: byte))
            byte += each.utf8.count
        }
        let end = ClauseMap.Mark(scalar: text.unicodeScalars.count, byte: byte)
        #expect(map.mark(at: end.scalar) == end && map.mark(at: end.scalar + 1) == end)
    }

    @Test("what stands between quotation marks is quoted, and nothing beside it")
    func quoted() {
        let map = ClauseMap("the \"Angry Cat\" and «sad» here", language: "en")
        let quoted = (0..<29).filter { map.isQuoted($0..<$0 + 1) }
        #expect(quoted == Array(4..<15) + Array(20..<25))
        #expect(map.isQuoted(5..<10) && !map.isQuoted(10..<16) && !map.isQuoted(10..<22))
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
