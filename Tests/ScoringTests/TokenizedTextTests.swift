import Testing

@testable import Scoring

struct TokenizedTextTests {
    @Test(
        "a text is cut to words, classes, marks and sentences",
        arguments: [
            ("en", "Where is my ORDER?", "where is my order ?"),
            ("en", "I don't, can't, won't; where's it", "i do not can not will not | where is it"),
            ("en", "I DONT know and cannot, havent", "i do not know and can not have not"),
            ("en", "they'll I'd we've I'm you're Ann's", "they will i would we have i am you are ann is"),
            ("en", "went, sent, account, 'tis 'quoted' o'clock", "went sent account tis quoted o clock"),
            ("de", "Wo bleibt's? Größe, STRASSE", "wo bleibt s ? größe strasse"),
            ("fr", "L’article n'est pas arrivé.", "l article n est pas arrivé |"),
            ("el", "ΠΟΎ ΕΊΝΑΙ", "πού είναι"), ("ru", "ГДЕ мой Ёж", "где мой ёж"),
            ("en", "order AB-1234567, #12 and 12345678", "order <id> <id> and <id>"),
            ("en", "24.12.2025 2025-12-24 1/2 15th 5kg 12.50", "<date> <date> <number> <number> <number> <number>"),
            ("en", "€ 12.50, 20 €, $5, 20 euros, 3 EUR", "<amount> <amount> <amount> <amount> <amount>"),
            ("en", "US$: 1, $? 2, 20.€, 5! €", "us | <number> ? <number> <number> | <amount> !"),
            ("fr", "129,90\u{A0}€ ou 20\u{202F}€", "<amount> ou <amount>"),
            ("en", "(see https://a.example/b?c=1), www.a.example", "see <url> <url>"),
            ("en", "<ann.b+c@shop.example>, me @ home", "<email> me home"),
            ("en", "and/or e-mail N/A", "and or e mail n a"),
            ("en", "Hello\nthere\n\nBye", "hello there | bye"), ("en", "a.b. c", "a b | c"),
            ("en", "fine 👍🏽 👨‍👩‍👧 ❤️!", "fine 👍 👨‍👩‍👧 ❤ !"),
            ("ja", "注文はどこ？ ab注か", "注 文 は ど こ ? ab 注 か"), ("ko", "주문은 어디", "주문은 어디"), ("en", "ok👍👍", "ok 👍 👍"),
            ("en", "really‽ … ok", "really | ok"),
            ("en", "cafe\u{301} ﬁne ＡＢ", "café fine ab"), ("tr", "İade", "i̇ade"),
        ]
    )
    func cut(language: String, text: String, expected: String) {
        let tokens = TokenizedText(text, language: language)
        #expect(tokens.tokens.map { Self.name($0, tokens) }.joined(separator: " ") == expected)
    }

    private static func name(_ token: Token, _ text: TokenizedText) -> String {
        switch token.kind {
        case .boundary: "|"
        case .member(let kind): "<\(kind.rawValue)>"
        default: text.form(of: token)
        }
    }

    @Test(
        "a token stands where it says, in Unicode scalars",
        arguments: [
            "Ünïcödé wörds, don't “quote” 👨‍👩‍👧 them! 注文 é e\u{301} 12,50\u{A0}€ ann@example.org, x",
            "«Größe» AB-123/45 № 5 …und dann? ﷽ 𝕏 ｗｉｄｅ",
        ]
    )
    func places(text: String) {
        let scalars = Array(text.unicodeScalars)
        let tokens = TokenizedText(text, language: "en").tokens
        for (token, next) in zip(tokens, tokens.dropFirst()) { #expect(token.end <= next.start) }
        for token in tokens where token.kind != .boundary {
            let piece = String(String.UnicodeScalarView(scalars[token.start..<token.end]))
            #expect(!piece.isEmpty && !piece.hasPrefix(" ") && !piece.hasSuffix(" "))
        }
        #expect(tokens.last.map { $0.end == scalars.count } == true)
    }

    @Test(
        "a capital that small letters follow is seen, and so is the beginning of a line",
        arguments: [("Hi Ann", ["CL", "C"]), ("the SHOP\nÉmile éa", ["L", "", "CL", ""]), ("A b", ["L", ""])]
    )
    func traits(text: String, expected: [String]) {
        let tokens = TokenizedText(text, language: "en").tokens
        #expect(tokens.map { ($0.isCapitalized ? "C" : "") + ($0.startsLine ? "L" : "") } == expected)
    }

    @Test("stems are folded, classes are named, and boundaries are empty")
    func stems() {
        let text = TokenizedText("Beschädigte Größe. Bestellung 1234567", language: "de")
        #expect(text.stems() == ["beschadigt", "gross", "", "bestell", "<id>"])
        #expect(TokenizedText("Groesse", language: "de").stems() == ["gross"])
        #expect(TokenizedText("neue Quelle, bauen", language: "de").stems() == ["neu", "quell", "bau"])
    }

    @Test("every text is cut to the same tokens whatever stands at its end", arguments: 0..<24)
    func ends(length: Int) {
        let word = String(repeating: "a", count: length) + "é"
        let tokens = TokenizedText("x \(word)", language: "en")
        #expect(tokens.tokens.map { tokens.form(of: $0) } == ["x", word])
        let plain = TokenizedText(String(repeating: "Ab", count: length) + " c", language: "en")
        #expect(
            plain.tokens.map { plain.form(of: $0) } == (length > 0 ? [String(repeating: "ab", count: length)] : []) + [
                "c"
            ]
        )
    }
}
