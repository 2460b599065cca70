import Model
import Replies
import Testing

@Suite("A customer's words stay words")
struct InjectionTests {
    static let hostile = [
        "[[day]]", "[[ask]] [[fact_order_number]]", "{{subject}}", "{{#ask}}x{{/ask}}", "{{{ask}}}", "{{=<% %>=}}",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>bold</b>", "[click](javascript:alert(1))",
        "![x](https://evil.example/p.png)", "<https://evil.example>", "# heading", "- list", "1. list", "> quote",
        "```\ncode\n```", "    indented", "*strong* _em_ **x**", "&lt;b&gt; &amp; &copy;", "a\\[b](c)", "\\",
        "\\\\[[day]]",
        "---", "===", "+ x", "[x]: https://evil.example", "`code`", "a | b\n--|--", "x\u{202E}evil", "\u{0}\u{1}x",
    ]

    /// The words as a reader of the mail should see them: one line, nothing added, nothing acted on.
    static func seen(_ words: String) -> String {
        let visible = words.unicodeScalars.filter { $0 != "\u{202E}" }
        return String(String.UnicodeScalarView(visible))
            .split { $0.isWhitespace || $0.asciiValue.map { $0 < 0x20 } == true }.joined(separator: " ")
    }

    @Test("whatever a customer writes reads as written in the text and is escaped in the HTML", arguments: hostile)
    func asAsk(_ words: String) throws {
        let template = try Fixture.template(
            "## gain\n{{#ask}}\n{{ask}}\n{{/ask}}\n{{^ask}}\nNothing.\n{{/ask}}\n\n## next\nOn [[day]].",
            slots: [Slot(name: "day", label: "When?")]
        )
        let composer = Fixture.composer(template)
        let reading = Fixture.reading("Xy " + words)
        var draft = try #require(composer.draft(reading: reading, content: Fixture.content(), inbox: Fixture.inbox))
        #expect(draft.slots.map(\.name) == ["day"])
        draft.slots[0].value = "Monday"
        let reply = try Fixture.finished(draft)
        let first = Self.seen("Xy " + words)
        let line = try #require(reply.text.split(separator: "\n").dropFirst().first.map(String.init))
        #expect(first.hasPrefix(line), "\(line)")
        #expect(reply.text.contains("On Monday."))
        for tag in ["<script", "<img", "<a ", "<b>", "<h1", "<ul", "<ol", "<code", "<em", "<strong", "<blockquote"] {
            #expect(!reply.html.contains(tag))
        }
    }

    @Test("a hostile name or subject stays on its line", arguments: hostile)
    func asSubject(_ words: String) throws {
        let composer = Fixture.composer(try Fixture.template("## gain\nAbout {{subject}}: {{customer.name}} done"))
        let from = MailAddress(name: words, address: "a@customer.example")
        let content = Fixture.content(subject: words + "\r\nBcc: x@evil.example", from: from)
        var draft = try #require(composer.draft(reading: Fixture.reading("x"), content: content, inbox: Fixture.inbox))
        #expect(!draft.subject.contains { $0.isNewline })
        for index in draft.slots.indices { draft.slots[index].value = "A Name" }
        let reply = try Fixture.finished(draft)
        #expect(!reply.html.contains("<script"))
        #expect(!reply.html.contains("href"))
        #expect(reply.text.contains("done"))
    }

    @Test("what a person fills into a slot is words too", arguments: hostile)
    func asSlotValue(_ words: String) throws {
        let slots = [Slot(name: "day", label: "When?", value: words + "."), Slot(name: "ask", label: "?")]
        let reply = try Fixture.finished(Fixture.body("It is [[day]]", slots: slots))
        #expect(reply.text == "It is \(Self.seen(words + "."))")
    }

    @Test("the original is quoted with everything escaped")
    func quotation() {
        let content = Fixture.content(
            from: MailAddress(name: "<b>Eve</b>", address: "eve@customer.example"),
            text: "Hello\n> earlier\n\n<script>alert(1)</script> & so on\n\n"
        )
        let quotation = Quotation(of: content, language: "en")
        #expect(
            quotation.text == """
                <b>Eve</b> wrote:
                > Hello
                >> earlier
                >
                > <script>alert(1)</script> & so on
                """
        )
        #expect(quotation.html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on</blockquote>"))
        #expect(!quotation.html.contains("<script"))
        #expect(!quotation.html.contains("<b>"))
    }
}
