import Testing

@testable import Chat

@Suite("An urlencoded form")
struct URLEncodedFormTests {
    @Test(
        "is read field by field",
        arguments: [
            ("", []),
            ("a=1", ["a|1"]),
            ("a=1&b=2&a=3", ["a|1", "b|2", "a|3"]),
            ("Body=M%C3%BCsli+mit%20Milch", ["Body|Müsli mit Milch"]),
            ("a+b=c%2Bd", ["a b|c+d"]),
            ("&&a=1&&", ["a|1"]),
            ("a", ["a|"]),
            ("=b", ["|b"]),
            ("a=b=c", ["a|b=c"]),
            ("a=100%&b=%4", ["a|100%", "b|%4"]),
            ("a=%zz%41", ["a|%zzA"]),
            ("a=%FF", ["a|\u{FFFD}"]),
        ] as [(String, [String])]
    )
    func isRead(encoded: String, expected: [String]) throws {
        let form = try FormBody(Array(encoded.utf8), contentType: "application/x-www-form-urlencoded; charset=UTF-8")
        #expect(form.fields.map { "\($0.name)|\($0.text)" } == expected)
    }

    @Test("keeps octets that are no text")
    func keepsOctets() throws {
        let form = try FormBody(Array("a=%00%FF".utf8), contentType: "Application/X-WWW-Form-Urlencoded")
        #expect(form.field("a")?.bytes == [0, 0xFF])
        #expect(form["b"] == nil)
    }

    @Test("takes as many fields as it may have, and not one more")
    func isLimited() throws {
        let three = Array("a=1&b=2&c=3".utf8)
        let type = "application/x-www-form-urlencoded"
        #expect(try FormBody(three, contentType: type, limits: FormLimits(fields: 3)).fields.count == 3)
        #expect(throws: UnpackError.self) { try FormBody(three, contentType: type, limits: FormLimits(fields: 2)) }
    }

    @Test("is told by its type", arguments: ["", "application/json", "text/plain", "multipart/mixed; boundary=x"])
    func isToldByType(contentType: String) {
        #expect(throws: UnpackError.self) { try FormBody(Array("a=1".utf8), contentType: contentType) }
    }
}
