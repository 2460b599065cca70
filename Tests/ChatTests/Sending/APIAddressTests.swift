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
            "https://api.example/#secret", "https://api example", "http://127.0.0.256", "http://0.0.0.0",
            "https:///path",
            "https://api.example/\r\nHost:x", "https://api.example/?key=secret", "https://api.example?",
        ]
    )
    func refused(text: String) {
        let error = #expect(throws: ReplyError.self) { try APIAddress(text) }
        #expect(error?.kind == .configuration)
        #expect(error?.description.contains("secret") == false)
    }

    @Test("of a request has neither its query nor the slash at its end")
    func ofRequest() throws {
        #expect(try APIAddress(of: "https://api.example/a/?key=secret").description == "https://api.example/a")
        #expect(try APIAddress(of: "http://127.0.0.1:1/?key=/").isPlaintext)
        for url in ["https://api.example/?key=sec ret", "https://u:secret@api.example/", "http://api.example?secret"] {
            let error = #expect(throws: ReplyError.self) { try APIAddress(of: url) }
            #expect(error?.description.contains("sec") == false)
        }
    }
}
