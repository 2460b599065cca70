import Foundation
import Model
import Scoring
import Synchronization
import Testing

@testable import Reading

struct MessageReaderTests {
    private func reader() throws -> MessageReader {
        let keywords = ["en": [Lexicon.Keyword("where is my order", 5)], "de": [Lexicon.Keyword("bestellung", 3)]]
        return try MessageReader(
            ReadingLexicons(intents: try Lexicon(labels: [.init(id: "order.where", keywords: keywords)]))
        )
    }

    private func read(_ text: String, default language: String?) throws -> Model.Reading {
        try reader().read(
            Mail.message(text: text),
            languages: [language].compactMap(\.self),
            takenAt: Date(timeIntervalSince1970: 1_790_000_000),
            context: Mail.context()
        )
    }

    @Test("the list of a language's words is asked for when the first message in it comes, and changes nothing then")
    func wordLists() throws {
        let asked = Requests()
        let keywords = ["en": [Lexicon.Keyword("where is my order", 5)], "de": [Lexicon.Keyword("bestellung", 3)]]
        let reader = try MessageReader(
            ReadingLexicons(intents: try Lexicon(labels: [.init(id: "order.where", keywords: keywords)])),
            wordList: { language in
                asked.note(language)
                return Array("were\n".utf8)
            }
        )
        #expect(asked.languages.isEmpty)
        for _ in 1...2 {
            #expect(reader.matters(of: "Where is my ordr?", language: "en") == ["order.where"])
            #expect(reader.matters(of: "Were is my order?", language: "en") == [])
        }
        #expect(asked.languages == ["en"])
    }

    @Test("a message is read: own text, language, intents with evidence, verdict")
    func whole() throws {
        let text = "Hello there, could you tell me please: where is my order?\n\n> Thank you for your order"
        let reading = try read(text, default: nil)
        #expect(reading.newText == "Hello there, could you tell me please: where is my order?")
        #expect(reading.language == "en")
        #expect(reading.intents.first?.evidence.first?.start == 39)
        #expect(!reading.abstained && reading.automatic.mayAutoReply && reading.bounce == nil)
    }

    @Test(
        "a language is told by the text, else by the inbox, else not",
        arguments: [
            ("Ich warte schon seit zwei Wochen auf meine Bestellung und niemand antwortet.", "en", "de"),
            ("Je n'ai toujours pas reçu ma commande et personne ne me répond depuis lundi.", nil, "fr"),
            ("Todavía no he recibido mi pedido y nadie me contesta desde el lunes pasado.", "en", "es"),
            ("Ok", "de", "de"), ("12345", "fr", "fr"), ("", "es", "es"), ("", nil, "und"), ("12345", nil, "und"),
        ] as [(String, String?, String)]
    )
    func language(text: String, prior: String?, expected: String) throws {
        #expect(try read(text, default: prior).language == expected)
    }

    @Test("keywords of the inbox's language serve a text in a language without keywords")
    func fallBack() throws {
        let text = "Goedemiddag, ik wacht al twee weken op mijn pakket en niemand antwoordt mij. Bestellung 12"
        let reading = try read(text, default: "de")
        #expect(reading.language == "nl")
        #expect(reading.intents.first?.intent == "order.where")
    }

    @Test("nothing found means a person decides")
    func abstains() throws {
        #expect(try read("Something else entirely.", default: "en").abstained)
    }

    @Test(
        "hostile text is read",
        arguments: [
            String(repeating: "a", count: 1_000_000), String(repeating: "\u{301}", count: 100_000),
            String(repeating: "> ", count: 100_000), String(repeating: "where is my order ", count: 20_000),
            String(repeating: "\0", count: 10_000), "\u{FFFD}\u{202E}\u{200B}",
        ]
    )
    func hostile(text: String) throws {
        let reading = try read(text, default: "en")
        let length = reading.newText.unicodeScalars.count
        #expect(reading.intents.flatMap(\.evidence).allSatisfy { $0.start < $0.end && $0.end <= length })
    }

    @Test("random text is read", arguments: 0..<50)
    func random(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let pieces = [
            ">", "\n", "\r\n", "On ", "wrote:", "@", "<", "a", "From: ", "-- ", "\u{301}", "9", "é", "注", ":", "€ ",
        ]
        let text = (0..<500).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
        let reading = try read(text, default: "en")
        #expect(reading.newText.utf8.count <= text.utf8.count)
    }
}

/// Numbers that look random and are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

/// The languages that were asked for, in their order.
private final class Requests: Sendable {
    private let noted = Mutex<[String]>([])

    var languages: [String] { noted.withLock { $0 } }

    func note(_ language: String) {
        noted.withLock { $0.append(language) }
    }
}
