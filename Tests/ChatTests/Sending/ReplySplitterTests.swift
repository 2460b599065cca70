import Foundation
import Testing

@testable import Chat

@Suite("Cutting a reply into parts")
struct ReplySplitterTests {
    private func parts(_ text: String, _ most: Int = 40, _ unit: PartLimit.Unit = .utf16) -> [String] {
        ReplySplitter(limit: PartLimit(most: most, unit: unit)).parts(of: text)
    }

    @Test(
        "cuts fall where a reader would pause",
        arguments: [
            ("", []), (" \n\t ", []),
            ("  Hello Ada.\n", ["Hello Ada."]),
            ("It fits to the very last letter of it all", ["It fits to the very last letter of it", "all"]),
            // Paragraph before sentence before word.
            (
                "Hello Ada. All is well.\n\nYour parcel is here. It is big.",
                ["Hello Ada. All is well.", "Your parcel is here. It is big."]
            ),
            (
                "Your parcel is here. It waits at the post office.",
                ["Your parcel is here.", "It waits at the post office."]
            ),
            (
                "Bring with you:\n- your passport\n- the code that we sent",
                ["Bring with you:\n- your passport", "- the code that we sent"]
            ),
            ("one two three four five six seven eight nine", ["one two three four five six seven eight", "nine"]),
            // A first sentence that is tiny is no reason for a part of its own.
            ("Yes. The parcel with the blue boots arrived", ["Yes. The parcel with the blue boots", "arrived"]),
            // No end of a sentence: an ordinal, an abbreviation, what goes on in small letters.
            ("Wir liefern am 3. Mai um ca. 12 Uhr bei Ihnen", ["Wir liefern am 3. Mai um ca. 12 Uhr bei", "Ihnen"]),
            ("Viele Dinge, z. B. Stiefel, kommen morgen an", ["Viele Dinge, z. B. Stiefel, kommen", "morgen an"]),
            ("She asked \"Where is it?\" Then she went home.", ["She asked \"Where is it?\"", "Then she went home."]),
        ] as [(String, [String])]
    )
    func places(text: String, expected: [String]) {
        #expect(parts(text) == expected)
    }

    @Test("a text without spaces is cut at its own full stops, else between characters")
    func withoutSpaces() {
        #expect(parts("荷物は金曜日に届きます。箱は二つあります。不明な点はお知らせください。", 30).first == "荷物は金曜日に届きます。箱は二つあります。")
        #expect(parts(String(repeating: "x", count: 50), 20).map(\.count) == [20, 20, 10])
    }

    @Test("a web address stays whole where it fits into a part")
    func addresses() {
        let address = "https://shop.example/orders/1?a=b."
        #expect(
            parts("Look here please: \(address) and tell us.") == ["Look here please:", "\(address) and", "tell us."]
        )
        #expect(parts("こちらのページを見てください\(address)") == ["こちらのページを見てください", address])
        let long = "https://shop.example/" + String(repeating: "a", count: 60)
        #expect(parts("See \(long)").joined().contains(long))
    }

    @Test("each unit is the provider's own")
    func units() {
        let clefs = String(repeating: "𝄞", count: 20)
        #expect(parts(clefs, 20, .utf16).map(\.count) == [10, 10])
        #expect(parts(clefs, 20, .scalars).map(\.count) == [20])
        #expect(parts(String(repeating: "&", count: 20), 20, .slackEscaped).map(\.count) == [4, 4, 4, 4, 4])
    }

    @Test("no character is cut that fits into a part, and one that does not arrives whole in scalars")
    func characters() {
        let family = "👨‍👩‍👧‍👦"
        #expect(parts(String(repeating: family, count: 4), 30).allSatisfy { Set($0) == Set(family) })
        let tower = "a" + String(repeating: "\u{301}", count: 50)
        let cut = parts(tower, 20)
        #expect(cut.flatMap { Array($0.unicodeScalars) } == Array(tower.unicodeScalars))
        #expect(cut.allSatisfy { $0.utf16.count <= 20 })
    }

    @Test("whatever the text, every part is within the limit and nothing but white space is lost", arguments: 0..<200)
    func nothingIsLost(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let words = [
            "Hello", "a", "&", "<b>", ".", "! ", "? ", "。", "\n", "\n\n", "\r\n\r\n", " ", "  ", "\t", "é", "e\u{301}",
            "👩‍👩‍👧",
            "https://shop.example/a?b=c&d=e", "straße", "z. B.", "3.", "\"", ")", "موقع", "พัสดุ",
            String(repeating: "w", count: 70),
        ]
        let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
            .joined()
        for unit in [PartLimit.Unit.utf16, .scalars, .slackEscaped] {
            let limit = PartLimit(most: Int.random(in: 16...90, using: &random), unit: unit)
            let parts = ReplySplitter(limit: limit).parts(of: text)
            #expect(parts.allSatisfy { limit.length(of: $0) <= limit.most && !$0.allSatisfy(\.isWhitespace) })
            #expect(solid(parts.joined()) == solid(text))
        }
    }

    private func solid(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
}
