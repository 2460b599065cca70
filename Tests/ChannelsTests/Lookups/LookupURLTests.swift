import Model
import Testing

@testable import Channels

@Suite("Addresses of lookups")
struct LookupURLTests {
    private func lookup(_ url: [Lookup.URLPart], allowed: String = "https://shop.example/api/") -> Lookup {
        Lookup(name: "order", url: url, allowed: allowed, facts: [])
    }

    private func reading(_ ids: String...) -> Reading {
        Reading(
            newText: "",
            language: "en",
            intents: [],
            abstained: true,
            facts: ids.map { Fact(.orderID, TextSpan(text: $0, start: 0, end: 0), value: $0) },
            automatic: AutomaticVerdict(verdict: .human, mayAutoReply: true)
        )
    }

    @Test(
        "a fact is one segment of the path, whatever it holds",
        arguments: [
            ("10482", "10482"), ("WL-20931", "WL-20931"), ("a/b", "a%2Fb"), ("a?x=1&y", "a%3Fx%3D1%26y"),
            ("a#b", "a%23b"), ("ä ö", "%C3%A4%20%C3%B6"), ("100%", "100%25"), ("a\\b", "a%5Cb"),
            ("@evil.example", "%40evil.example"),
        ]
    )
    func encodes(value: String, encoded: String) {
        let lookup = lookup([.text("https://shop.example/api/orders/"), .fact(.orderID)])
        #expect(
            LookupURL.url(of: lookup, reading: reading(value), customer: nil)
                == "https://shop.example/api/orders/\(encoded)"
        )
    }

    @Test(
        "what could only be meant to lead elsewhere is not asked",
        arguments: ["", ".", "..", "a\u{0}b", "a\nb", String(repeating: "1", count: 101)]
    )
    func refuses(value: String) {
        let lookup = lookup([.text("https://shop.example/api/orders/"), .fact(.orderID)])
        #expect(LookupURL.url(of: lookup, reading: reading(value), customer: nil) == nil)
    }

    @Test("two different orders are not one question")
    func ambiguous() {
        let lookup = lookup([.text("https://shop.example/api/orders/"), .fact(.orderID)])
        #expect(LookupURL.url(of: lookup, reading: reading("1", "2"), customer: nil) == nil)
        #expect(LookupURL.url(of: lookup, reading: reading("1", "1"), customer: nil) != nil)
        #expect(LookupURL.url(of: lookup, reading: reading(), customer: nil) == nil)
    }

    @Test("the customer's own address may be asked for")
    func customer() {
        let lookup = lookup([.text("https://shop.example/api/by?mail="), .fact(.customerAddress)])
        #expect(
            LookupURL.url(of: lookup, reading: reading(), customer: "anna+1@home.example")
                == "https://shop.example/api/by?mail=anna%2B1%40home.example"
        )
        #expect(LookupURL.url(of: lookup, reading: reading(), customer: nil) == nil)
    }

    @Test(
        "an address is allowed below its base alone",
        arguments: [
            ("https://shop.example/api/x", true), ("https://SHOP.example/api/x", true),
            ("https://shop.example/api/x?y=../..", true), ("http://shop.example/api/x", false),
            ("https://shop.example:8443/api/x", false), ("https://shop.example.evil.example/api/x", false),
            ("https://shop.example@evil.example/api/x", false), ("https://u:p@shop.example/api/x", false),
            ("https://shop.example/apix", false), ("https://shop.example/api/../admin", false),
            ("https://shop.example/api/%2e%2E/admin", false), ("https://shop.example/api/.%2e/admin", false),
            ("https://shop.example/api/..\\admin", false), ("https://shop.example/api/x#y", false),
            ("https://evil.example/api/x", false), ("//shop.example/api/x", false), ("", false),
        ]
    )
    func allowed(url: String, isAllowed: Bool) {
        #expect(LookupURL.isAllowed(url, below: "https://shop.example/api/") == isAllowed)
    }
}
