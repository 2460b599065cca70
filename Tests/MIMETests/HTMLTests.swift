import MIME
import Model
import Testing

@Suite("HTML to text")
struct HTMLTests {
    @Test(
        "HTML reads as a person would read it",
        arguments: [
            ("<p>one</p><p>two</p>", "one\n\ntwo\n"),
            ("<div>one</div><div>two</div>", "one\ntwo\n"),
            ("one<br>two<br><br>three", "one\ntwo\n\nthree\n"),
            ("<div>a</div><div><br></div><div>b</div>", "a\n\nb\n"),
            ("<div>a</div><div>&nbsp;</div><div>b</div>", "a\n\nb\n"),
            ("a   b\n\tc", "a b c\n"),
            ("a <b>bold</b>, <i>it</i>", "a bold, it\n"),
            ("<ul><li>one<li>two</ul>", "* one\n* two\n"),
            ("<ol start=3><li>one</li><li>two</li></ol>", "3. one\n4. two\n"),
            ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "* a\n  * b\n* c\n"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", "a  b\nc  d\n"),
            ("<a href=\"https://x.org/a\">here</a>.", "here (https://x.org/a).\n"),
            ("<a href=\"https://x.org/\">x.org</a>", "x.org\n"),
            ("<a href=\"mailto:j@x.org\">j@x.org</a>", "j@x.org\n"),
            ("<a href=\"javascript:x()\">no</a>", "no\n"),
            ("<a href=\"https://x.org\"><img src=y></a>text", "text\n"),
            ("a &amp; b &lt;c&gt; &eacute; &#233; &#x20AC; &#150; &bogus; &", "a & b <c> é é € – &bogus; &\n"),
            ("<style>p{}</style><script>var a='<p>';</script><title>t</title>seen", "seen\n"),
            ("<div style=\"display: none\">preview</div>seen", "seen\n"),
            ("<div style=\"display:none\">all hidden</div>", "all hidden\n"),
            ("<!-- <p>no</p> -->seen<!--[if mso]>no<![endif]-->", "seen\n"),
            (
                "new<blockquote>old<br>older<p>oldest</p></blockquote>after",
                "new\n\n> old\n> older\n>\n> oldest\n\nafter\n"
            ),
            ("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n>> b\n"),
            ("<pre>a  b\n  c</pre>", "a  b\n  c\n"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2\n"),
            ("<p title='a>b'>x</p>", "x\n"),
            ("<p title=\"never closed>x</p> y", "x\n\ny\n"),
            ("<h1>Title</h1>text<hr>after", "Title\n\ntext\n________________________________\nafter\n"),
            ("<b>un<i>closed", "unclosed\n"),
            ("well\u{200B}come <img alt=\"😀\" src=x>", "wellcome 😀\n"),
            ("<a href='https://x.org'><div>block</div></a>", "block (https://x.org)\n"),
            ("", ""), ("<", "<\n"), ("</", ""), ("<!", ""), ("<p", ""), ("&#xFFFFFFFFFF;&#0;", "\u{FFFD}\u{FFFD}\n"),
        ]
    )
    func converts(html: String, expected: String) {
        let content = Mail.read("Content-Type: text/html; charset=utf-8\n\n\(html)").content
        #expect(content.text == expected)
        #expect(content.html == html)
    }
}

@Suite("format=flowed")
struct FlowedTests {
    @Test(
        "soft breaks are joined within one quote depth",
        arguments: [
            ("one \ntwo\nthree", "", "one two\nthree"),
            ("one \ntwo", "; delsp=yes", "onetwo"),
            ("> a \n> b\nc", "", "> a b\nc"),
            ("> a \n>> b", "", "> a \n>> b"),
            (" stuffed\n >not quoted", "", "stuffed\n>not quoted"),
            ("text \n-- \nname", "", "text \n-- \nname"),
            ("last ", "", "last "),
        ]
    )
    func unwraps(text: String, parameter: String, expected: String) {
        let mail = "Content-Type: text/plain; format=flowed\(parameter)\n\n\(text)"
        #expect(Mail.read(mail).content.text == expected)
    }
}
