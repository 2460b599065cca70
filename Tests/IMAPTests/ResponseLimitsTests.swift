import Testing

@testable import IMAP

@Suite("Limits of what a server may make us hold")
struct ResponseLimitsTests {
    private let small = ResponseLimits(text: 100, literals: 10, depth: 3)

    @Test("a line over the limit ends the stream, even before its end has come", arguments: ["", "\r\n"])
    func longLine(end: String) {
        let line = [UInt8]("* OK ".utf8) + [UInt8](repeating: 65, count: 200) + Array(end.utf8)
        #expect(throws: IMAPError.lineTooLong(limit: 100)) { try responses([line], limits: small) }
        #expect(throws: IMAPError.lineTooLong(limit: 100)) { try responses(line.map { [$0] }, limits: small) }
    }

    @Test("the text between the literals of one response counts together")
    func longText() {
        let text =
            String(repeating: "* 1 FETCH (X {1}\na", count: 1) + String(repeating: " X {1}\na", count: 30) + ")\n"
        #expect(throws: IMAPError.lineTooLong(limit: 100)) { try responses(text, limits: small) }
    }

    @Test("a literal over the limit is skipped, and its size told", arguments: [1, 3, 1000])
    func largeLiteral(chunk: Int) throws {
        let bytes = wire("* 1 FETCH (UID 2 BODY[] {11}\n)\n* 2 EXPU RFC822.SIZE 11)\n* 3 EXISTS\n")
        let chunks = stride(from: 0, to: bytes.count, by: chunk).map { Array(bytes[$0..<min($0 + chunk, bytes.count)]) }
        let expected = [
            fetch(1) {
                $0.uid = uid(2)
                $0.size = 11
                $0.sections = [FetchedSection(part: .whole, content: .oversized(11))]
            }, .untagged(.exists(3)),
        ]
        #expect(try responses(chunks, limits: small) == expected)
    }

    @Test("the literals of one response count together, and the next response starts anew")
    func sumOfLiterals() throws {
        let text = "* 1 FETCH (BODY[] {6}\nabcdef BODY[HEADER] {6}\nabcdef)\n"
        let expected = fetch(1) {
            $0.sections = [body("abcdef"), FetchedSection(part: .header, content: .oversized(6))]
        }
        #expect(try responses(text + text, limits: small) == [expected, expected])
    }

    @Test("a literal past all counting ends the stream", arguments: ["4294967296", "99999999999999999999999999"])
    func hugeLiteral(size: String) {
        #expect(throws: IMAPError.literalTooLarge(limit: 4_294_967_295)) {
            try responses("* 1 FETCH (BODY[] {\(size)}\n")
        }
    }

    @Test("nesting over the limit drops the response and nothing else")
    func depth() throws {
        let deep = "* 1 FETCH (X (((())))) UID 3)"
        #expect(try responses(deep + "\n* 3 EXISTS\n", limits: small) == [.unparsed(deep), .untagged(.exists(3))])
    }

    @Test("ten thousand parentheses are no trouble")
    func deepest() throws {
        let nested = String(repeating: "(", count: 10_000) + String(repeating: ")", count: 10_000)
        let all = try responses("* 1 FETCH (X \(nested) UID 3)\n* 3 EXISTS\n")
        #expect(all.count == 2)
        #expect(all.last == .untagged(.exists(3)))
    }

    @Test("a string that was skipped drops a response that cannot do without it")
    func skippedName() throws {
        let text = "* LIST () NIL {12}\nabcdefghijkl\n* 3 EXISTS\n"
        #expect(try responses(text, limits: small) == [.unparsed("* LIST () NIL {12}"), .untagged(.exists(3))])
    }

    @Test("an announced literal sets aside no memory before it comes")
    func announcement() throws {
        var parser = ResponseParser(limits: ResponseLimits(literals: 1 << 32))
        parser.append(wire("* 1 FETCH (BODY[] {4294967295}\nabc"))
        #expect(try parser.next() == nil)
    }
}
