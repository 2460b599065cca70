import Testing

@testable import Reading

struct SentencesTests {
    private func sentences(_ text: String, _ language: String) -> [String] {
        let scanned = ScannedText(text, language: language)
        return Sentences.ranges(in: scanned).map { scanned.string(ofPieces: $0) }
    }

    @Test(
        "sentences end where their writers ended them",
        arguments: [
            ("en", "Mr. Smith called. He was nice.", ["Mr. Smith called.", "He was nice."]),
            ("en", "It cost 12.50 at no. 5. Why?", ["It cost 12.50 at no. 5.", "Why?"]),
            ("en", "See https://a.example/b?c=d. Then reply!", ["See https://a.example/b?c=d.", "Then reply!"]),
            ("en", "Well... maybe not. OK?!", ["Well... maybe not.", "OK?!"]),
            ("en", "where is it\nplease answer", ["where is it", "please answer"]),
            ("en", "Two things:\n- a new lamp\n- my money", ["Two things:", "a new lamp", "my money"]),
            ("en", "it broke. can you help", ["it broke.", "can you help"]),
            ("en", "I got the order.Where is the rest", ["I got the order.", "Where is the rest"]),
            (
                "en", "I have been waiting for a very long time for this one order of\nmine and would like it.",
                ["I have been waiting for a very long time for this one order of\nmine and would like it."]
            ),
            (
                "de", "Am 4. März kam z. B. das 2. Paket. Es war leer.",
                ["Am 4. März kam z. B. das 2. Paket.", "Es war leer."]
            ),
            ("de", "Neu ist Hafenstr. 7, bzw. die Nr. 9. Danke.", ["Neu ist Hafenstr. 7, bzw. die Nr. 9.", "Danke."]),
            ("fr", "M. Dupont est venu. Il est parti.", ["M. Dupont est venu.", "Il est parti."]),
            ("es", "El Sr. Ruiz vino. ¿Cuándo vuelve?", ["El Sr. Ruiz vino.", "¿Cuándo vuelve?"]),
            ("en", "Hello\n\n\n", ["Hello"]), ("en", "", []), ("en", "...", []),
        ] as [(String, String, [String])]
    )
    func cut(language: String, text: String, expected: [String]) {
        #expect(sentences(text, language) == expected)
    }

    @Test("pieces cover what they stand for in bytes and in scalars")
    func offsets() {
        let text = "Größe “42” für 12 € – anna@example.org… 注文 e\u{301}té\r\n\r\nna\u{EF}ve"
        let scalars = Array(text.unicodeScalars)
        let scanned = ScannedText(text, language: "en")
        for piece in scanned.pieces {
            let byScalars = String(String.UnicodeScalarView(scalars[piece.scalarStart..<piece.scalarEnd]))
            #expect(byScalars == scanned.string(piece.start..<piece.end))
        }
        #expect(scanned.pieces.contains { $0.kind == .email })
    }
}
