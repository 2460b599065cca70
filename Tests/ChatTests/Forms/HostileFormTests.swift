import Testing

@testable import Chat

@Suite("A form from somebody hostile")
struct HostileFormTests {
    private static let multipart = """
        --xYz\r\nContent-Disposition: form-data; name="a"; filename="b.txt"\r\nContent-Type: text/plain\r\n\r\nc\r\n\
        --xYz\r\nContent-Disposition: form-data; name=d; filename*=UTF-8''%C3%A4\r\n\r\n\r\n--xYz--\r\n
        """
    private static let urlencoded = "a=b&c=%C3%A4+%20&&d&=e"

    /// What the walk over a form turns on.
    private static let octets = Array("\r\n-:;=\"\\%&+'x \u{0}\u{FF}".utf8)

    @Test(
        "is read or refused, whatever is changed in it",
        arguments: [
            (multipart, "multipart/form-data; boundary=xYz"), (urlencoded, "application/x-www-form-urlencoded"),
        ]
    )
    func isReadOrRefused(text: String, type: String) {
        let limits = FormLimits(fields: 5, header: 200)
        var random = SplitMix(state: 5)
        var read = 0
        for _ in 0..<4_000 {
            var body = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) { Self.change(&body, &random) }
            guard let form = try? FormBody(body, contentType: type, limits: limits) else { continue }
            read += 1
            #expect(form.fields.count <= limits.fields)
            #expect(form.fields.reduce(0) { $0 + $1.bytes.count } <= body.count)
        }
        #expect(read > 100)
    }

    @Test("is read in one walk, however often it nearly ends")
    func isReadInOneWalk() throws {
        let head = "--xYz\r\nContent-Disposition: form-data; name=a\r\n\r\n"
        let nearly = String(repeating: "\r\n--xY\r\r\n-", count: 20_000)
        let form = try FormBody(
            Array("\(head)\(nearly)\r\n--xYz--".utf8),
            contentType: "multipart/form-data; boundary=xYz"
        )
        #expect(form["a"]?.utf8.count == nearly.utf8.count)
    }

    private static func change(_ body: inout [UInt8], _ random: inout SplitMix) {
        let place = Int.random(in: 0...body.count, using: &random)
        let octet = octets[Int.random(in: octets.indices, using: &random)]
        switch Int.random(in: 0...2, using: &random) {
        case 0: body.insert(octet, at: place)
        case 1 where place < body.count: body[place] = octet
        default: body.removeLast(body.count > 1 ? min(body.count - place, 3) : 0)
        }
    }
}
