import Model
import Testing

@testable import Chat

@Suite("A multipart form")
struct MultipartFormTests {
    private func form(
        _ body: String,
        type: String = "multipart/form-data; boundary=xYz",
        limits: FormLimits = FormLimits()
    ) throws(UnpackError) -> FormBody {
        try FormBody(Array(body.replacing("\n", with: "\r\n").utf8), contentType: type, limits: limits)
    }

    private func part(_ disposition: String, _ contents: String = "1") -> String {
        "--xYz\nContent-Disposition: \(disposition)\n\n\(contents)\n"
    }

    @Test("gives its fields and files in order")
    func givesFields() throws {
        let body = """
            before the first
            --xYz
            Content-Disposition: form-data; name="text"

            one
            two

            --xYz
            content-type: message/rfc822; charset=utf-8
            CONTENT-DISPOSITION: form-data; name="file"; filename="a;b \\"c\\".eml"

            Subject: x
            --xYz--
            after the last
            """
        let form = try form(body)
        #expect(form.fields.map(\.name) == ["text", "file"])
        #expect(form["text"] == "one\r\ntwo\r\n")
        #expect(form.files.map(\.fileName) == ["a;b \"c\".eml"])
        #expect(form.field("file")?.contentType == "message/rfc822; charset=utf-8")
        #expect(form.field("file")?.text == "Subject: x")
    }

    @Test("keeps the octets of a file as they are")
    func keepsOctets() throws {
        let octets = (0...255).map { UInt8($0) } + [13, 10, 13, 13, 10, 45, 45]
        let head = "--b\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\n"
        let body = Array(head.utf8) + octets + Array("\r\n--b--\r\n".utf8)
        #expect(try FormBody(body, contentType: "multipart/form-data; boundary=\"b\"").field("f")?.bytes == octets[...])
    }

    @Test(
        "reads names as libraries write them",
        arguments: [
            ("form-data; name=plain", "plain", nil),
            ("form-data; name=\"a b\"", "a b", nil),
            ("form-data; name=\"Grüße\"; filename=\"ä.txt\"", "Grüße", "ä.txt"),
            ("form-data; filename=\"C:\\dir\\x.txt\"; name=\"f\"", "f", "C:\\dir\\x.txt"),
            ("form-data; name=f; filename=x; filename*=UTF-8''%C3%A4%20b.txt", "f", "ä b.txt"),
            ("form-data; name=f; filename=x; filename*=broken", "f", "x"),
            ("form-data; name=f; filename=\"\"", "f", ""),
            ("Form-Data ;flag; NAME = \"f\" ; x=y", "f", nil),
            ("form-data; name=\"unclosed", "unclosed", nil),
        ] as [(String, String, String?)]
    )
    func readsNames(disposition: String, name: String, fileName: String?) throws {
        let form = try form(part(disposition) + "--xYz--\n")
        #expect(form.fields.map(\.name) == [name])
        #expect(form.fields.map(\.fileName) == [fileName])
        #expect(form.fields.map(\.text) == ["1"])
    }

    @Test(
        "may be empty, or have empty fields",
        arguments: [
            ("--xYz--", []),
            ("--xYz\nContent-Disposition: form-data; name=a\n\n\n--xYz--", ["a|"]),
            ("--xYz\nContent-Disposition: form-data; name=a\n\n--xYz--", ["a|"]),
            ("--xYz \t\nContent-Disposition: form-data; name=a\n\n--xY\n--xYz--", ["a|--xY"]),
        ] as [(String, [String])]
    )
    func mayBeEmpty(body: String, expected: [String]) throws {
        #expect(try form(body).fields.map { "\($0.name)|\($0.text)" } == expected)
    }

    @Test(
        "is refused where it cannot be told what it says",
        arguments: [
            "",
            "nothing",
            "--xYz",
            "--xYzNo\nContent-Disposition: form-data; name=a\n\n1\n--xYz--",
            "--xYz\nContent-Disposition: form-data; name=a\n\ncut short",
            "--xYz\nContent-Disposition: form-data; name=a\n\n1\n--xY",
            "--xYz\nContent-Disposition: form-data; name=a\n",
            "--xYz\nContent-Disposition: form-data; name=a",
            "--xYz\nContent-Disposition: form-data\n\n1\n--xYz--",
            "--xYz\nContent-Disposition: attachment; name=a\n\n1\n--xYz--",
            "--xYz\n\n1\n--xYz--",
        ]
    )
    func isRefused(body: String) {
        #expect(throws: UnpackError.self) { try form(body) }
    }

    @Test(
        "needs a boundary that can divide",
        arguments: [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a\rb\"",
            "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
        ]
    )
    func needsBoundary(type: String) {
        #expect(throws: UnpackError.self) { try form("--xYz--", type: type) }
    }

    @Test("takes as many fields and as long a header as it may have, and not more")
    func isLimited() throws {
        let two = part("form-data; name=a") + part("form-data; name=b") + "--xYz--"
        #expect(try form(two, limits: FormLimits(fields: 2)).fields.count == 2)
        #expect(throws: UnpackError.self) { try form(two, limits: FormLimits(fields: 1)) }
        let line = "Content-Disposition: form-data; name=a".utf8.count
        #expect(try form(two, limits: FormLimits(header: line)).fields.count == 2)
        #expect(throws: UnpackError.self) { try form(two, limits: FormLimits(header: line - 1)) }
    }
}
