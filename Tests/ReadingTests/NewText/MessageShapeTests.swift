import Model
import Testing

@testable import Reading

struct MessageShapeTests {
    @Test(
        "the place of own words tells the shape",
        arguments: [
            ("Where is it?", .plain), ("", .empty), ("> q", .empty), ("-- \nAnn", .empty),
            ("Sent from my iPhone", .empty),
            ("Yes.\n\n> Which?", .replyAbove), ("> Which?\n\nThe large one.", .replyBelow),
            ("Hi!\nOn 3 March 2026 10:15, Ann wrote:\n> Which?\nThe large one, please, if you can.", .replyBelow),
            ("> Which?\nLarge.\n> When?\nNow.", .interleaved), ("> Which?\nLarge.\n> When?", .interleaved),
            ("On 3 March 2026 10:15, Ann <ann@example.org> wrote:\n\nWhich?\n\nThe large one.", .plain),
            ("A long answer, above.\n\n> Which?\n\nAnn", .replyAbove),
            ("Begin forwarded message:\n\n> From: Ann <ann@example.org>\n> Subject: x\n>\n> Words", .forward),
        ] as [(String, MessageShape)]
    )
    func shapes(text: String, shape: MessageShape) {
        #expect(NewText.extract(from: text).shape == shape)
    }

    @Test("answers between quoted lines stay in order and know what they answer")
    func interleaved() {
        let text = """
            Thanks — gern!
            On 3 March 2026 10:15, Ann wrote:
            > Which size?
            Large.

            > Which colour,
            > and which form?
            Blau, größer.
            Und rund.
            > Anything else?
            -- 
            Bob
            """
        let newText = NewText.extract(from: text)
        #expect(newText.text == "Thanks — gern!\nLarge.\n\nBlau, größer.\nUnd rund.")
        #expect(newText.answers.map(\.quoted) == ["Which size?", "Which colour,\nand which form?"])
        #expect(newText.answers.map(\.answer.text) == ["Large.", "Blau, größer.\nUnd rund."])
        let scalars = Array(newText.text.unicodeScalars)
        for answer in newText.answers.map(\.answer) {
            let exact = String(String.UnicodeScalarView(scalars[answer.start..<answer.end]))
            #expect(exact == answer.text)
        }
    }

    @Test(
        "quote marks of all kinds are known",
        arguments: [
            "> a\n>> b\n> > c\n>>> d", "| a quoted line\n| and another", "AB> a\nAB> b", "  > a\n  > b",
            "> a long line that was wrapped by the mail program of the one who sent it so that its\nrest stands alone\n> and goes on",
            "> see https://example.org/a/very/long/link?with=\n_parts=3\n> below",
        ]
    )
    func marks(quote: String) {
        #expect(NewText.extract(from: "My answer.\n\n" + quote).text == "My answer.")
    }

    @Test(
        "what only looks like a quote mark stays",
        arguments: [
            ">:(", "a > b\nc > d", "| a | b |\n|---|---|\n| 1 | 2 |", "| alone", "<b>bold</b>", "A> alone", "-> here",
            "I asked\n\n>.<",
        ]
    )
    func noMarks(text: String) {
        #expect(NewText.extract(from: text).text == text)
    }

    @Test(
        "a single line with an angle among own words is one of them",
        arguments: [
            "The display shows\n> Error 42\nand nothing works.",
            "Hello,\n\n> 500 EUR were taken from my account.\nPlease explain.",
            "Press\n> next",
        ]
    )
    func loneMark(text: String) {
        #expect(NewText.extract(from: text).text == text)
    }

    @Test(
        "a single quoted line is a quote where something speaks for it",
        arguments: [
            ("> Where do you live?\n\nIn Berlin.", false), ("> Where do you live?\nIn Berlin.", false),
            ("Ann wrote:\n> Where do you live?\nIn Berlin.", false),
            ("Hello,\n> Where do you live?\nIn Berlin.", true),
            ("In Berlin.\n\n> Where do you live?", false),
        ]
    )
    func loneQuote(text: String, isReply: Bool) {
        let newText = NewText.extract(from: text, isReply: isReply).text
        #expect(!newText.contains("Where"))
        #expect(newText.contains("In Berlin."))
    }
}
