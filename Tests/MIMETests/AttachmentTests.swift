import MIME
import Model
import Testing

@Suite("Attachments")
struct AttachmentTests {
    /// A multipart with these parts, each given with its header.
    private func mixed(_ parts: [String], type: String = "mixed") -> MessageContent {
        Mail.read(
            "Content-Type: multipart/\(type); boundary=b\n\n--b\n" + parts.joined(separator: "\n--b\n") + "\n--b--\n"
        )
        .content
    }

    @Test(
        "a name is read in every form that programs write it",
        arguments: [
            ("filename=plain.pdf", "plain.pdf"), ("filename=\"two words.pdf\"", "two words.pdf"),
            ("filename=two words.pdf", "two words.pdf"), ("filename=\"the \"best\" one.pdf\"", "the \"best\" one.pdf"),
            ("filename=\"never closed.pdf; size=3", "never closed.pdf"),
            ("FILENAME = \"spaced.pdf\" ; size = 3", "spaced.pdf"), ("filename=\"a\\\"b.pdf\"", "a\"b.pdf"),
            ("filename*=utf-8''%e2%82%ac.pdf", "€.pdf"), ("filename*=\"utf-8'en'%E2%82%AC.pdf\"", "€.pdf"),
            ("filename*=%E2%82%AC.pdf", "€.pdf"), ("filename*=iso-8859-1''%FC.pdf", "ü.pdf"),
            ("filename*0=\"one \";\n filename*1=\"two.pdf\"", "one two.pdf"),
            ("filename*0*=utf-8''%e2%82;\n filename*1*=%ac;\n filename*2=\" x.pdf\"", "€ x.pdf"),
            ("filename*1=\"two.pdf\";\n filename*0=\"one \"", "one two.pdf"),
            ("filename*1=\"one \";\n filename*2=\"two.pdf\"", "one two.pdf"),
            ("filename*0*=\"=?utf-8?q?=C3=BC?=\";filename*1=\".pdf\"", "ü.pdf"),
            ("filename*0=\"=?utf-8?b?w7wu\";filename*1=\"cGRm?=\"", "ü.pdf"),
            ("filename=\"fallback.pdf\"; filename*=utf-8''%C3%BC.pdf", "ü.pdf"),
            ("filename=\"=?utf-8?q?=C3=BC.pdf?=\"", "ü.pdf"), ("filename==?utf-8?q?=C3=BC.pdf?=", "ü.pdf"),
            ("filename=\"=?utf-8?b?w7w=?=\n =?utf-8?b?LnBkZg==?=\"", "ü.pdf"),
            ("filename=\"%C3%BC.pdf\"", "ü.pdf"), ("filename=\"100%25.pdf\"", "100%25.pdf"),
            ("filename=\"ü.pdf\"", "ü.pdf"), ("name=odd.pdf", "odd.pdf"), ("filename=\"..\\a/b.pdf\"", ".._a_b.pdf"),
            ("filename=\"a\tb\u{1}c.pdf\"", "a b c.pdf"), ("filename=\"\"", ""),
        ]
    )
    func names(parameter: String, expected: String) {
        let content = mixed([
            "\ntext", "Content-Type: application/pdf\nContent-Disposition: attachment; \(parameter)\n\nx",
        ])
        #expect(content.attachments.map(\.name) == [expected])
    }

    @Test("the type's name counts where the disposition's is missing or was written without its letters")
    func typeName() {
        let content = mixed([
            "\ntext", "Content-Type: application/pdf; name=\"=?utf-8?q?=E6=97=A5.pdf?=\"\n\nx",
            "Content-Type: application/pdf; name=\"=?utf-8?q?=E6=97=A5=E6=9C=AC.pdf?=\"\n"
                + "Content-Disposition: attachment; filename=\"??.pdf\"\n\nx",
        ])
        #expect(content.attachments.map(\.name) == ["日.pdf", "日本.pdf"])
    }

    @Test(
        "which parts are files and which are text",
        arguments: [
            ("Content-Type: text/plain\n\nmore", "text\nmore", []),
            ("Content-Type: text/plain\nContent-Disposition: inline\n\nmore", "text\nmore", []),
            ("Content-Type: text/plain; name=a.txt\n\nmore", "text", ["text/plain"]),
            ("Content-Type: text/plain\nContent-Disposition: inline; filename=a.txt\n\nmore", "text", ["text/plain"]),
            ("Content-Type: text/plain\nContent-Disposition: attachment\n\nmore", "text", ["text/plain"]),
            ("Content-Type: text/html\n\n<p>more</p>", "text\nmore\n", []),
            ("Content-Type: text/csv\n\na,b", "text", ["text/csv"]),
            ("Content-Type: image/png\nContent-ID: <a@b>\nContent-Disposition: inline\n\nx", "text", ["image/png"]),
            ("Content-Type: application/pdf\n\nx", "text", ["application/pdf"]),
            ("Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR", "text", ["text/calendar"]),
            ("Content-Type: message/partial; id=x\n\nx", "text", ["message/partial"]),
            ("Content-Type: image/png\nContent-Disposition: garbage here\n\nx", "text", ["image/png"]),
        ] as [(String, String, [String])]
    )
    func kinds(part: String, text: String, types: [String]) {
        let content = mixed(["Content-Type: text/plain\n\ntext", part])
        #expect(content.text == text)
        #expect(content.attachments.map(\.type) == types)
    }

    @Test("the first text is the message's even if it has a name")
    func namedFirst() {
        let content = mixed(["Content-Type: text/plain; name=message.txt\n\ntext", "Content-Type: image/png\n\nx"])
        #expect(content.text == "text")
        #expect(content.attachments.map(\.type) == ["image/png"])
    }

    @Test("a document among its pictures is found by its identifier or its type")
    func related() {
        let picture = "Content-Type: image/png\nContent-ID: <p@x>\n\nx"
        let page = "Content-Type: text/html\nContent-ID: <root@x>\n\n<p>page</p>"
        let other = "Content-Type: text/html\nContent-ID: <other@x>\n\n<p>other</p>"
        #expect(mixed([picture, page], type: "related").text == "page\n")
        let named = mixed([other, picture, page], type: "related; start=\"<root@x>\"")
        #expect(named.text == "page\n")
        #expect(named.attachments.map(\.type) == ["text/html", "image/png"])
    }

    @Test("plain alternatives that differ are both kept, equal ones once")
    func alternatives() {
        #expect(mixed(["\none", "\ntwo", "\none"], type: "alternative").text == "one\ntwo")
        let html = "Content-Type: text/html\n\n<p>one</p>"
        #expect(mixed(["\none", html], type: "alternative").text == "one")
    }

    @Test("Outlook's container is recognised and named")
    func tnef() {
        let content = mixed([
            "\ntext", "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\neJ8+IgEAAAA=",
            "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\neJ8+IgEAAAA=",
        ])
        #expect(content.attachments.map(\.name) == ["winmail.dat", "winmail.dat"])
        #expect(content.remarks.contains { $0.contains("TNEF") })
    }

    @Test("files written into the text are listed and taken out of it")
    func inText() {
        let content = Mail.read(
            "Subject: s\n\nbefore\nbegin 644 my cat.txt\n#8V%T\n`\nend\nafter\nbegin 644 x\nno data\n"
        )
        .content
        #expect(content.text == "before\nafter\nbegin 644 x\nno data\n")
        #expect(content.attachments == [Attachment(name: "my cat.txt", type: "application/octet-stream", size: 3)])
        let yEnc = Mail.octets(
            "\nbefore\n=ybegin line=128 size=3 name=my cat.txt\n\u{8D}\u{8B}\u{9E}\n=yend size=3\nafter"
        )
        #expect(Mail.read(yEnc).content.text == "before\nafter")
        #expect(Mail.read(yEnc).content.attachments.map(\.size) == [3])
    }

    @Test("a text of another type is shown where there is no other")
    func spare() {
        let content = mixed(["Content-Type: text/markdown\n\n# Hello", "Content-Type: image/png\n\nx"])
        #expect(content.text == "# Hello")
        #expect(content.attachments.map(\.type) == ["text/markdown", "image/png"])
    }
}
