import Model
import Replies
import Testing

@Suite("What a customer asked is quoted as they asked it")
struct RestatedAskTests {
    static func said(_ text: String, ask: String, language: String, template: String) throws -> String? {
        let composer = Fixture.composer(try Fixture.template("## same page\n\(template)", language: language))
        let reading = Fixture.reading(text, language: language, asks: [ask], evidence: ["order.where": [ask]])
        let draft = composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox)
        return draft.flatMap { draft in
            let scalars = Array(draft.text.unicodeScalars)
            return draft.moves.first.map { String(String.UnicodeScalarView(scalars[$0.start..<$0.end])) }
        }
    }

    @Test(
        "a question keeps its mark, and no full stop follows it but in Spanish",
        arguments: [
            ("Are you open?", "en", "You asked: “{{ask}}”. Yes.", "You asked: “Are you open?” Yes."),
            ("Are you open??!", "en", "You asked: “{{ask}}”.", "You asked: “Are you open?”"),
            ("Please open.", "en", "You wrote: “{{ask}}”.", "You wrote: “Please open”."),
            ("Ist offen?", "de", "Die Frage: „{{ask}}“.", "Die Frage: „Ist offen?“"),
        ]
    )
    func mark(_ ask: String, _ language: String, _ template: String, _ said: String) throws {
        #expect(try Self.said("Hello. \(ask)", ask: ask, language: language, template: template) == said)
    }

    @Test("what is cut from a longer text is found at once however much evidence there is")
    func manyPieces() throws {
        let sentence = "Where is my order? "
        let text = String(repeating: sentence, count: 20_000)
        var reading = Fixture.reading(text, evidence: ["order.where": ["Where is my order"]])
        let one = try #require(reading.intents.first?.evidence.first)
        reading.intents[0].evidence = (0..<20_000).map { number in
            var evidence = one
            evidence.start = number * 19
            evidence.end = number * 19 + 17
            return evidence
        }
        reading.asks = (0..<20_000).map { Ask(.question, TextSpan(text: "Where?", start: $0 * 19, end: $0 * 19 + 18)) }
        let template = try Fixture.template("## same page\n“{{ask}}”")
        let draft = Fixture.composer(template).draft(
            reading: reading,
            content: Fixture.content(),
            inbox: Fixture.inbox
        )
        #expect(Fixture.paragraphs(of: draft) == ["“Where?”"])
    }
}
