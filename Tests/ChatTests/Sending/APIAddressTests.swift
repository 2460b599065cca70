import Testing

@testable import Chat

@Suite("The address of a provider's API")
struct APIAddressTests {
    @Test(
        "is taken over https, and over http from this machine only",
        arguments: [
            ("https://api.example", false), ("https://api.example/v1/", false), ("http://127.0.0.1:8080", true),
            ("http://127.9.9.9/x", true), ("http://localhost:1", true), ("http://[::1]:1/", true),
            ("HTTP://LOCALHOST", true),
        ]
    )
    func taken(text: String, isPlaintext: Bool) throws {
        let address = try APIAddress(text)
        #expect(address.isPlaintext == isPlaintext)
        #expect(!address.description.hasSuffix("/"))
    }

    @Test(
        "is refused with a sentence otherwise",
        arguments: [
            "", "api.example", "ftp://api.example", "http://api.example", "http://127.0.0.1.evil.example",
            "http://127.1",
            "http://127.0.0.1@evil.example", "http://127.0.0.1\\@evil.example", "https://user:secret@api.example",
            "https://api.example/#x", "https://api example", "http://127.0.0.256", "http://0.0.0.0", "https:///path",
            "https://api.example/\r\nHost:x",
        ]
    )
    func refused(text: String) {
        let error = #expect(throws: ReplyError.self) { try APIAddress(text) }
        #expect(error?.kind == .configuration)
    }
}
