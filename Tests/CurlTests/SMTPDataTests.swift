import TestSupport
import Testing

@testable import Curl

@Suite("A message on the wire")
struct SMTPDataTests {
    @Test(
        "line ends become CRLF and leading dots are doubled",
        arguments: [
            ("", ""),
            ("a", "a\r\n"),
            ("a\r\n", "a\r\n"),
            ("a\nb\n", "a\r\nb\r\n"),
            ("a\rb", "a\r\nb\r\n"),
            (".", "..\r\n"),
            ("a\n.\nb", "a\r\n..\r\nb\r\n"),
            ("a\r.\rb", "a\r\n..\r\nb\r\n"),
            ("a\r\n.\r\n", "a\r\n..\r\n"),
            ("a\n\n\nb", "a\r\n\r\n\r\nb\r\n"),
            ("a.b\r\n..c", "a.b\r\n...c\r\n"),
        ]
    )
    func encodes(message: String, wire: String) {
        #expect(SMTPData.encode(Array(message.utf8)) == Array(wire.utf8))
    }
}
