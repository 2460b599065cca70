import Testing

@testable import TestSupport

@Suite("Line ends")
struct LineEndsTests {
    @Test(
        "every line end becomes the one asked for, and nothing else changes",
        arguments: [
            ("", "", ""), ("a", "a", "a"), ("a\n", "a\r\n", "a\n"), ("a\r\n\nb", "a\r\n\r\nb", "a\n\nb"),
            ("a\r\r\n", "a\r\r\n", "a\r\n"), ("a\rb\r", "a\rb\r", "a\rb\r"),
        ]
    )
    func converted(text: String, crlf: String, lf: String) {
        #expect(withCRLF(Array(text.utf8)) == Array(crlf.utf8))
        #expect(withLF(Array(text.utf8)) == Array(lf.utf8))
    }

    @Test(
        "dots that start a line are doubled and a lone dot ends the message",
        arguments: [
            ("", ".\r\n"), ("a", "a\r\n.\r\n"), (".\r\n..b\n", "..\r\n...b\r\n.\r\n"),
            ("a.\r\n\r\n", "a.\r\n\r\n.\r\n"),
        ]
    )
    func dots(text: String, sent: String) {
        #expect(dotStuffed(Array(text.utf8)) == Array(sent.utf8))
    }
}
