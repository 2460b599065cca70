import Testing

@testable import Reading

struct PhraseSetTests {
    private static let phrases = PhraseSet(["user unknown", "unknown", "échec", "ошибка", "一杯のため"])

    private func found(_ text: String) -> String? {
        Self.phrases.first(in: FoldedText.octets(text)[...])?.phrase
    }

    @Test(
        "phrases are found where words begin, whatever their case",
        arguments: [
            ("550 User UNKNOWN", "user unknown"), ("it is unknown", "unknown"), ("Échec de la remise", "échec"),
            ("ОШИБКА доставки", "ошибка"), ("メールボックスが一杯のため", "一杯のため"), ("x-unknown", "unknown"),
        ]
    )
    func finds(text: String, phrase: String) {
        #expect(found(text) == phrase)
    }

    @Test("and nowhere else", arguments: ["", "u", "superuser unknow", "isunknown", "é unknow"])
    func findsNothing(text: String) {
        #expect(found(text) == nil)
    }

    @Test("the best phrase stands first in the list, the first in the text")
    func best() {
        let text = FoldedText.octets("unknown: user unknown")
        #expect(Self.phrases.best(in: text[...])?.index == 0)
        #expect(Self.phrases.best(in: text[...])?.range == 9..<21)
        #expect(Self.phrases.first(in: text[...])?.phrase == "unknown")
        #expect(Self.phrases.best(in: text[1...])?.range == 9..<21)
        #expect(Self.phrases.matches(in: text[10...]))
    }

    @Test(
        "folded text keeps its length",
        arguments: [("ÄÖÜß×É", "äöüß×é"), ("АЯРЮ", "аярю"), ("ΑΩΠ", "αωπ"), ("İ漢字", "İ漢字"), ("aZ09", "az09")]
    )
    func folds(text: String, folded: String) {
        #expect(FoldedText.octets(text) == Array(folded.utf8))
    }

    @Test("text is cut where it is too long")
    func cut() {
        #expect(FoldedText.octets("ABCDEF", longest: 3) == Array("abc".utf8))
    }

    @Test("every known field is found by its name in any case", arguments: KnownField.allCases)
    func fields(field: KnownField) {
        #expect(KnownField.named(field.name.uppercased()) == field)
        #expect(KnownField.named(field.name + "x") == nil)
        #expect(field.rawValue < 64)
    }
}
