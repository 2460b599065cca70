import Foundation
import MIME
import Model
import Testing

@Suite("Transfer encodings")
struct TransferEncodingTests {
    private func text(_ encoding: String, _ body: String) -> String {
        Mail.read("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: \(encoding)\n\n\(body)").content
            .text
    }

    @Test(
        "quoted-printable is read however it is broken",
        arguments: [
            ("=C3=BC", "ü"), ("=c3=bc", "ü"), ("soft=\nbreak", "softbreak"), ("soft= \t\nbreak", "softbreak"),
            ("soft=\r\nbreak", "softbreak"), ("ends=", "ends"), ("ends=\n", "ends"), ("half=3", "half=3"),
            ("a = b", "a = b"), ("2=+2", "2=+2"), ("raw ü", "raw ü"), ("==41", "=A"), ("=3D=", "="), ("=\n=\nx", "x"),
            ("trailing  \nblank", "trailing  \nblank"), ("nul=00in", "nulin"), ("=0D=0A", "\n"),
        ]
    )
    func quotedPrintable(body: String, expected: String) {
        #expect(text("quoted-printable", body) == expected)
    }

    @Test(
        "base64 is read however it is broken",
        arguments: [
            ("aGVsbG8=", "hello"), ("aGVsbG8", "hello"), ("aGVs\nbG8=\n", "hello"), ("aGVs bG8=", "hello"),
            ("aGVsbG8=d29ybGQ=", "helloworld"), ("aGVsbG8=\n\nd29ybGQ=\n", "helloworld"), ("aGVsbG8= ignored", "hello"),
            ("aGVsbG8===", "hello"), ("aGVsbG8h*", "hello!"), ("w7_Dvg==", "ÿþ"), ("a", ""), ("", ""), ("====", ""),
        ]
    )
    func base64(body: String, expected: String) {
        #expect(text("base64", body) == expected)
    }

    @Test("what is called base64 and is plain text stays as it stands")
    func falseBase64() {
        let words = "Hello, this is not base64 at all; it is a letter."
        #expect(text("base64", words) == words)
    }

    @Test("a text of which damaged base64 leaves nothing readable is a file")
    func damagedBase64() {
        let part = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n?garbage"
        let content = Mail.read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\n\(part)\n--b--").content
        #expect(content.text == "text")
        #expect(content.attachments.map(\.type) == ["text/plain"])
    }

    @Test(
        "names of encodings are read as programs write them",
        arguments: [
            ("BASE64", "Y2F0", "cat"), ("base-64", "Y2F0", "cat"), ("base64;", "Y2F0", "cat"), ("b64", "Y2F0", "cat"),
            ("Quoted-Printable", "=41", "A"), ("quoted printable", "=41", "A"), ("\"quoted-printable\"", "=41", "=41"),
            ("quotedprintable (comment)", "=41", "A"), ("8 bit", "=41", "=41"), ("x-unknown", "=41", "=41"),
            ("uuencode", "begin 644 a\n#8V%T\n`\nend\n", "cat"), ("x-uue", "begin 644 a\n#8V%T\n \nend\n", "cat"),
            ("uuencode", "#8V%T\n", "cat"),
        ]
    )
    func names(encoding: String, body: String, expected: String) {
        #expect(text(encoding, body) == expected)
    }

    @Test("any octets come back out of base64", arguments: 0..<20)
    func roundTrip(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let octets = (0..<200).map { _ in UInt8.random(in: 0x20...0x7E, using: &generator) }
        let encoded = Data(octets).base64EncodedString(options: [.lineLength64Characters, .endLineWithCarriageReturn])
        #expect(text("base64", encoded) == String(decoding: octets, as: UTF8.self))
    }
}
