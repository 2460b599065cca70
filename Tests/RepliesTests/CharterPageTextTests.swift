import Replies
import Testing

@Suite("Pages of the charter")
struct CharterPageTextTests {
    @Test("a page keeps its heading, its paragraphs and its lists, and links to the desk's pages")
    func page() {
        let page = CharterPageText(
            markdown:
                "# Saying no\n\nA no\nis a wall.\n\n- One,\n  wrapped.\n- Two <b>.\n\nFrom [sense](common-sense.md).\n"
        )
        #expect(page.title == "Saying no")
        #expect(page.html.contains("<h1>Saying no</h1>"))
        #expect(page.html.contains("<p>A no is a wall.</p>"))
        #expect(page.html.contains("<li>One, wrapped.</li>"))
        #expect(page.html.contains("Two &lt;b&gt;."))
        #expect(page.html.contains("<a href=\"/charter/common-sense\">sense</a>"))
    }
}
