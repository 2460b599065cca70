import Testing

@testable import Reading

struct OrderIDPatternTests {
    private func match(_ mask: String, _ text: String) throws -> String? {
        let bytes = Array(text.utf8)
        return try OrderIDPattern(mask).end(in: bytes, from: 0).map { String(decoding: bytes[..<$0], as: UTF8.self) }
    }

    @Test(
        "a mask fits what it describes",
        arguments: [
            ("@@-######", "AB-123456", "AB-123456"), ("@@-######", "ab-123456.", "ab-123456"),
            ("@@-######", "AB-12345", nil), ("@@-######", "AB-1234567", nil), ("#{5,9}", "12345", "12345"),
            ("#{5,9}", "1234567890", nil), ("#{5,9}", "12345-6", nil), ("#{3,}x?", "12345X", "12345X"),
            ("WL#{4}", "wl2026", "wl2026"), ("*{4}#", "A1B2C", nil), ("*{4}#", "A1B23", "A1B23"),
            ("\\##{4}", "#1234", "#1234"), ("*{2,10}#{2}", "abc12345", "abc12345"), ("#{3}/#{2}", "123/45", "123/45"),
        ] as [(String, String, String?)]
    )
    func fits(mask: String, text: String, expected: String?) throws {
        #expect(try match(mask, text) == expected)
    }

    @Test(
        "a mask that cannot be meant is refused with a reason",
        arguments: [
            ("", .empty), ("<order> ", .empty), ("@@@", .withoutDigit), ("#?", .withoutDigit),
            ("{5}", .malformed(at: 0)),
            ("#{5", .malformed(at: 1)), ("#{0}", .malformed(at: 1)), ("#{9,5}", .malformed(at: 1)),
            ("#{5}{6}", .malformed(at: 4)), ("?#", .malformed(at: 0)), ("#\\", .malformed(at: 1)),
            ("#{30}@{30}", .tooLong), ("№#", .malformed(at: 0)),
        ] as [(String, OrderIDPattern.Fault)]
    )
    func refused(mask: String, fault: OrderIDPattern.Fault) {
        #expect(throws: fault) { try OrderIDPattern(mask) }
        #expect(!fault.description.isEmpty)
    }

    @Test("every mask of the defaults is sound")
    func defaults() {
        #expect(OrderIDPattern.defaults.count == 11)
        #expect(
            OrderIDPattern.defaults.contains { $0.needsOrderWord }
                && OrderIDPattern.defaults[0].mask == "#{3}-#{7}-#{7}"
        )
    }
}
