import Model
import Testing

@testable import Scoring

struct LexiconMatcherTests {
    @Test(
        "a keyword is found and the evidence points at the words in the text",
        arguments: [
            ("en", "return", "I RETURNED them", "RETURNED"),
            ("en", "where is my order", "Hello,\nwhere is\nmy order?", "where is\nmy order"),
            ("en", "where is my order", "Where’s my order", "Where’s my order"),
            ("en", "do not work", "they don't work", "don't work"),
            ("en", "can not pay", "I can't pay", "can't pay"),
            ("en", "=returns", "our returns", "returns"),
            ("en", "charged <amount>", "you charged € 12.50 twice", "charged € 12.50"),
            ("en", "charged <amount>", "charged 20 euros", "charged 20 euros"),
            ("en", "order <id>", "order #12", "order #12"),
            ("en", "order <id>", "order AB-1234/5", "order AB-1234/5"),
            ("en", "<date>", "on 24.12.2025.", "24.12.2025"),
            ("en", "<email>", "write to <ann@example.org>.", "ann@example.org"),
            ("en", "<url>", "see (https://example.org/a?b=1).", "https://example.org/a?b=1"),
            ("en", "404", "error 404", "404"),
            ("en", "👍", "fine 👍🏽", "👍🏽"),
            ("en", "❤️", "❤", "❤"),
            ("en", "?", "really?", "?"),
            ("fr", "livré", "pas livre", "livre"),
            ("fr", "n'ai pas reçu", "je n’ai pas reçu", "n’ai pas reçu"),
            ("de", "beschädigt", "es kam beschaedigt an", "beschaedigt"),
            ("de", "beschaedigt", "beschädigte Ware", "beschädigte"), ("de", "beschädigt", "beschadigt", "beschadigt"),
            ("de", "größe", "falsche GROESSE", "GROESSE"), ("de", "größe", "falsche Grösse", "Grösse"),
            ("es", "dónde está", "¿Donde esta mi pedido?", "Donde esta"),
            ("pl", "zwrot", "ZWROT", "ZWROT"),
            ("ja", "注文", "私の注文はどこですか", "注文"),
            ("en", "ɐɓc", "an ɐɓc here", "ɐɓc"), ("de", "straße", "Strasse", "Strasse"),
            ("en", "café", "the cafe\u{301} is", "cafe\u{301}"),
        ]
    )
    func evidence(language: String, keyword: String, text: String, expected: String) throws {
        let scores = try compiled(["a": [keyword: 2]], language: language).score(text, language: language)
        let evidence = try #require(scores.first?.evidence.first)
        #expect(pointedAt(evidence, in: text) == expected)
        #expect(evidence.keyword == keyword)
    }

    @Test(
        "a keyword is not found where it does not stand",
        arguments: [
            ("order late", "my order. Late again"), ("order late", "the order\n\nlate"), ("=returns", "return"),
            ("404", "403"), ("late order", "order late"), ("order", "reorders"), ("<email>", "me @ home"),
            ("<amount>", "20 shirts"),
        ]
    )
    func notFound(keyword: String, text: String) throws {
        #expect(try compiled(["a": [keyword: 2]]).score(text, language: "en").isEmpty)
    }

    @Test("a keyword counts once, where it stands first, and a score is the sum of its evidence")
    func presence() throws {
        let matcher = try compiled(["a": ["late": 2, "so late": 1.5, "please": -0.5]])
        let score = try #require(matcher.score("late, so late, please", language: "en").first)
        #expect(score.evidence.map(\.keyword) == ["late", "so late", "please"])
        #expect(score.evidence.map(\.start) == [0, 6, 15])
        #expect(score.score == score.evidence.reduce(0) { $0 + $1.weight })
    }

    @Test(
        "a gap stands for up to four words of a sentence",
        arguments: [
            ("where * order", "Where on earth is my order?", "Where on earth is my order"),
            ("where * order", "where order", "where order"),
            ("where * order", "where is my order", "where is my order"),
            ("where * order", "where, then, is my order", "where, then, is my order"),
            ("where * order", "where? My order", nil), ("where * order", "where is it. My order", nil),
            ("a * b * c", "a x b x x x x c b c", "a x b x x x x c"), ("a * b * c", "a x b x x x x x c", nil),
            ("order <id> * late", "order AB1234 is late", "order AB1234 is late"),
        ] as [(String, String, String?)]
    )
    func gap(keyword: String, text: String, expected: String?) throws {
        let scores = try compiled(["a": [keyword: 2]]).score(text, language: "en")
        #expect(scores.first?.evidence.first.map { pointedAt($0, in: text) } == expected)
    }

    @Test("a lexicon that counts everywhere points at every place, and once at each")
    func everywhere() throws {
        let label = Lexicon.Label(id: "a", keywords: ["en": [.init("late", 1), .init("so * late", 1)]])
        let matcher = LexiconMatcher(try Lexicon(labels: [label], counting: .everywhere))
        let evidence = try #require(matcher.score("so late late. Late", language: "en").first?.evidence)
        #expect(evidence.map(\.start) == [0, 3, 8, 14])
        #expect(evidence.map(\.end) == [7, 7, 12, 18])
    }

    @Test("equal scores stand in the order of their ids")
    func order() throws {
        let matcher = try compiled(["b": ["late": 2], "a": ["late": 2], "c": ["late": 3]])
        #expect(matcher.score("late", language: "en").map(\.label) == ["c", "a", "b"])
    }

    @Test("keywords for every language hold in each, and alone in one without keywords")
    func anyLanguage() throws {
        let keywords = [Lexicon.anyLanguage: [Lexicon.Keyword("Gadget", 1)], "en": [Lexicon.Keyword("broken", 2)]]
        let matcher = LexiconMatcher(try Lexicon(labels: [.init(id: "a", keywords: keywords)]))
        #expect(matcher.score("broken gadgets", language: "en").first?.score == 3)
        #expect(matcher.score("broken gadget", language: "nl").first?.score == 1)
        #expect(matcher.knows("en") && !matcher.knows("nl"))
    }

    @Test(
        "no text is too strange",
        arguments: [
            "", "\0", "\u{301}\u{301}", "@", "@@", "a@b", "#", "$", "€€", "12", "'", "n't", "t'", "'t", "\r\n\r\n",
            "\u{200D}",
            "www.", "http://", "<>", "1/2/3/4", "9".padded, "a".padded, "\u{301}".padded, "@".padded, "a'".padded,
            "a-".padded + "1)", "👍\u{200D}".padded, "? ".padded, "注".padded,
        ]
    )
    func strange(text: String) throws {
        let scores = try compiled(["a": ["?": 1, "注 注": 1, "a": 1]]).score(text, language: "en")
        let length = text.unicodeScalars.count
        #expect(scores.flatMap(\.evidence).allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= length })
    }
}

extension String {
    fileprivate var padded: String { String(repeating: self, count: 20_000) }
}
