import Model
import Testing

@Suite("This machine")
struct LoopbackTests {
    @Test(
        "is what goes nowhere else, by its address or the name that is kept for it",
        arguments: [
            ("127.0.0.1", true), ("127.0.0.2", true), ("127.255.255.255", true), ("localhost", true),
            ("LOCALHOST", true), ("::1", true), ("[::1]", true), ("127.1", false), ("127.0.0.256", false),
            ("127.0.0.1.evil.example", false), ("127.evil.example", false), ("localhost.evil.example", false),
            ("0.0.0.0", false), ("10.0.0.1", false), ("", false),
        ]
    )
    func contains(host: String, expected: Bool) {
        #expect(Loopback.contains(host: host) == expected)
    }
}
