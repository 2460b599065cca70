import Model
import Testing

@testable import Scoring

struct SpellingTests {
    private static let known = ["where": 5, "order": 9, "refund": 3, "receive": 2, "received": 4, "form": 1, "farm": 1]
    private static let ordinary = Array("were\nwhere\nold\nolder\nfirm\nborder\nRefuse\nit's\nzebra\n".utf8)

    private func mended(_ word: String, list: [UInt8]? = Self.ordinary, known: [String: Int] = Self.known) -> String? {
        let spelling = Spelling(known: known, language: "en", ordinary: list)
        return spelling.mend(Array(word.utf8)).map { String(decoding: spelling.word($0), as: UTF8.self) }
    }

    @Test(
        "one slip is mended, the first letter included",
        arguments: [
            ("recieve", "receive"), ("whre", "where"), ("wheere", "where"), ("whare", "where"), ("qhere", "where"),
            ("hwere", "where"), ("herew", nil), ("ordr", "order"), ("roder", "order"), ("orrder", "order"),
            ("recieved", "received"), ("refnd", "refund"), ("rfeund", "refund"), ("refunds", "refund"),
        ] as [(String, String?)]
    )
    func mends(word: String, expected: String?) {
        #expect(mended(word) == expected)
    }

    @Test(
        "right words, short words and words two slips off are left",
        arguments: ["were", "older", "border", "firm", "odr", "wher3ee", "rfeudn", "", "o", "zebra", "orderrr"]
    )
    func leaves(word: String) {
        #expect(mended(word) == nil)
    }

    @Test("without a word list only long words are mended")
    func noList() {
        #expect(mended("ordr", list: nil) == nil && mended("whare", list: nil) == nil)
        #expect(mended("recieve", list: nil) == "receive" && mended("refudn", list: nil) == "refund")
    }

    @Test("of several words the most frequent is taken, then the first of the alphabet")
    func preference() {
        #expect(mended("fxrm", known: ["form": 1, "farm": 1]) == "farm")
        #expect(mended("fxrm", known: ["form": 2, "farm": 1]) == "form")
    }

    @Test(
        "the distance is Damerau's, in letters of any length in bytes",
        arguments: [
            ("abc", "abc", true), ("abc", "ab", true), ("", "a", true), ("abc", "acb", true), ("abc", "cba", false),
            ("abcd", "badc", false), ("где", "гед", true), ("где", "гд", true), ("где", "гжд", false), ("ж", "в", true),
            ("注文", "文注", true), ("ab", "cd", false), ("aab", "ab", true), ("жж", "ж", true), ("注", "主文", false),
        ]
    )
    func distance(a: String, b: String, isAtMostOne: Bool) {
        let (a, b) = (Array(a.utf8)[...], Array(b.utf8)[...])
        #expect(EditDistance.isAtMostOne(a, b) == isAtMostOne && EditDistance.isAtMostOne(b, a) == isAtMostOne)
    }

    @Test(
        "a mend is found for every slip in every word",
        arguments: ["where", "versand", "rückruf", "заказ", "où est-ce"]
    )
    func everySlip(word: String) {
        let letters = Array(word)
        let language = word == "rückruf" ? "de" : "en"
        let spelling = Spelling(known: [word: 1], language: language, ordinary: [])
        let folder = WordFolder(language: language)
        let slips = letters.indices.flatMap { place -> [[Character]] in
            var (short, changed, long, swapped) = (letters, letters, letters, letters)
            short.remove(at: place)
            changed[place] = "x"
            long.insert("x", at: place)
            if place > 0 { swapped.swapAt(place, place - 1) }
            return [short, changed, long, swapped]
        }
        for slip in slips where slip.count >= 4 {
            #expect(spelling.mend(folder.folded(Array(String(slip).utf8))) == 0, "\(String(slip))")
        }
    }

    @Test(
        "what was mended counts for its keyword, and is shown",
        arguments: [
            ("en", "received", "I recieved it", "recieved"), ("en", "where order", "Whre is", nil),
            ("en", "where is my order", "Whre is my ORDR", "whre ordr"), ("en", "received", "I received it", nil),
            ("en", "where * order", "where si teh ordr", "ordr"), ("en", "order", "dear Mr Ordr", nil),
            ("en", "order", "Ordr please", "ordr"), ("en", "order", "please! Ordr it", "ordr"),
            ("de", "lieferung", "Wo bleibt die Lieferng", "lieferng"), ("de", "rückgabe", "Ruckgbe", "ruckgbe"),
            ("de", "rückgabe", "Rueckgbe", "rueckgbe"), ("fr", "livraison", "la livrason", "livrason"),
        ] as [(String, String, String, String?)]
    )
    func evidence(language: String, keyword: String, text: String, expected: String?) throws {
        let lexicon = try Lexicon(labels: [.init(id: "a", keywords: [language: [.init(keyword, 1)]])])
        var known = lexicon.words(language: language)
        if language == "en" { known["received"] = 1 }
        let spelling = Spelling(known: known, language: language, ordinary: [])
        let matcher = LexiconMatcher(lexicon, spelling: { _ in spelling })
        let evidence = matcher.score(text, language: language).first?.evidence.first
        #expect(evidence?.mendedFrom == expected)
    }

    @Test("the known word that was meant can be asked for")
    func meant() throws {
        let lexicon = try Lexicon(labels: [.init(id: "a", keywords: ["en": [.init("received", 1)]])])
        let spelling = Spelling(known: lexicon.words(language: "en"), language: "en", ordinary: [])
        let text = LexiconSet([lexicon], spelling: { _ in spelling }).recognize(.init("recieved it", language: "en"))
        #expect([text.mend(at: 0), text.mend(at: 1)] == ["received", nil])
    }

    @Test("the words of a lexicon are counted by keywords")
    func words() throws {
        let keywords = [
            "en": [Lexicon.Keyword("Where is it", 1), .init("=where * <id>", 1)], "*": [.init("Gadget", 1)],
        ]
        let lexicon = try Lexicon(labels: [.init(id: "a", keywords: keywords)])
        #expect(lexicon.words(language: "en") == ["where": 2, "is": 1, "it": 1, "gadget": 1])
    }
}
