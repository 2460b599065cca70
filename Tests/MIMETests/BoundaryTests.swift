import MIME
import Model
import Testing

@Suite("Boundaries")
struct BoundaryTests {
    private func text(_ body: String, boundary: String = "b") -> String {
        Mail.read("Content-Type: multipart/mixed; boundary=\"\(boundary)\"\n\n" + body).content.text
    }

    @Test(
        "parts are found however they are separated",
        arguments: [
            ("--b\n\none\n--b\n\ntwo\n--b--\n", "one\ntwo"), ("--b  \n\none\n--b\t\n\ntwo\n--b-- \n", "one\ntwo"),
            ("--b\n\none\n--b\n\ntwo", "one\ntwo"), ("--b\n\none\n--b\n\ntwo--b--", "one\ntwo"),
            ("preamble\n--b\n\none\n--b--\nepilogue", "one"), ("--b\none\n--b\ntwo\n--b--", "one\ntwo"),
            ("--b\nContent-Type: text/plain\n--b\n\ntwo\n--b--", "two"),
            ("--b\n\none\n--b--\n--b\n\nlost\n--b--", "one"),
            ("--b\n\none\n--b--\n\n--b\nContent-Type: text/plain\n\nadded\n--b--", "one\nadded"),
            ("--b\n\n-- \nJane\n--\n--bc\n---b\n--b--", "-- \nJane\n--\n--bc\n---b"),
            ("--b--\n", "--b--\n"), ("--b\n--b\n--b--", ""), ("", ""),
            (
                "--other\nContent-Type: text/plain\n\none\n--other\nContent-Type: text/plain\n\ntwo\n--other--",
                "one\ntwo"
            ),
        ]
    )
    func separation(body: String, expected: String) {
        #expect(text(body) == expected)
        #expect(text(body.replacing("\n", with: "\r\n")) == expected)
    }

    @Test("a boundary declared with the hyphens that only its lines have is found")
    func hyphens() {
        #expect(text("--x\nContent-Type: text/plain\n\none\n--x--", boundary: "--x") == "one")
    }

    @Test("of boundaries that begin alike each ends its own parts")
    func prefixes() {
        let inner = "Content-Type: multipart/mixed; boundary=\"b1\"\n\n--b1\n\none\n--b12\n--b1--"
        #expect(text("--b\n\(inner)\n--b\n\ntwo\n--b--") == "one\n--b12\ntwo")
        let dashes = "Content-Type: multipart/mixed; boundary=\"b--\"\n\n--b--\n\none\n--b----"
        #expect(text("--b\n\(dashes)\n--b\n\ntwo\n--b--") == "one\ntwo")
    }

    @Test("a multipart that is cut off by the outer one may go on after it")
    func cutOff() {
        let inner = "Content-Type: multipart/mixed; boundary=i\n\n--i\n\none"
        #expect(text("--b\n\(inner)\n--b\n\ntwo\n--i\nContent-Type: text/plain\n\nthree\n--b--") == "one\ntwo\nthree")
    }

    @Test("an embedded message may use the boundary of the message around it")
    func sameBoundary() {
        let inner = "Content-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ninner\n--b--"
        let message = Mail.read(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\(inner)\n--b\nContent-Type: text/plain\n\ntwo\n--b--"
        )
        #expect(message.content.attachments.map(\.type) == ["message/rfc822"])
        #expect(message.content.text.hasPrefix("one"))
        #expect(!message.content.text.contains("inner"))
    }

    @Test("text below many levels is not lost", arguments: [10, 49, 200])
    func deep(levels: Int) {
        let mail = (0..<levels).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        #expect(Mail.read(mail + "\nfound\n").content.text.contains("found"))
    }
}
