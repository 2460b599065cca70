import Model
import Replies
import TestSupport
import Testing

@Suite("A draft reads as the mail that it will be")
struct PlainMarkdownTests {
    @Test("5,000 texts of words and of what means something in Markdown", arguments: 0..<4)
    func sameWords(_ part: Int) {
        var numbers = Seed(UInt64(part))
        var sendable = 0
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in Self.piece(&numbers) }.joined()
            let body = Fixture.body(text)
            guard let sent = try? Fixture.finished(body) else { continue }
            sendable += 1
            #expect(ReadableDraft(body, agent: "Ben Ode").text == sent.text, "\(text.debugDescription)")
        }
        #expect(sendable > 4_000)
    }

    /// Mostly what needs no parser.
    private static func piece(_ numbers: inout Seed) -> String {
        let isPlain = Int.random(in: 0..<10, using: &numbers) < 8
        return (isPlain ? words : marks).randomElement(using: &numbers) ?? ""
    }

    private static let words = [
        "Your order", " ", " is on its way.", "\n", "\n\n", "It costs 12.50 €", ": ", "«Merci»", "né", "à", "…",
        "“Yes!”",
        " – ", "(so)", "a@b.example", "https://shop.example/?a=b", "100 %", "'s", "\u{A0}", "e\u{301}", "😀", "[1]", "!",
    ]

    private static let marks = [
        "\\", "*", "_", "`", "<b>", ">", "&amp;", "# ", "- ", "1. ", "1) ", "+ ", "===", "---", "~~~", "    ", "\t",
        "[x]",
        "[x](y)", "[x]: y", "![x](y)", "|", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{FEFF}", "  \n", "\n ", "\u{3000}\n",
    ]
}
