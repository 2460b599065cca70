import Model
import Testing

@testable import Web

@Suite("Whom a request is counted for")
struct TrustedProxiesTests {
    @Test(
        "each proxy that is trusted is believed about whom it heard from, and nobody else about anything",
        arguments: [
            // On this machine, without and with more before it.
            ("127.0.0.1", "10.0.0.7", [], "10.0.0.7"), ("127.0.0.1", "6.6.6.6, 10.0.0.7", [], "10.0.0.7"),
            ("::1", "2001:db8::7", [], "2001:db8::7"), ("127.0.0.1", nil, [], "127.0.0.1"),
            // On another: only where it is named.
            ("172.17.0.1", "6.6.6.6", [], "172.17.0.1"), ("172.17.0.1", "6.6.6.6", ["172.17.0.0/16"], "6.6.6.6"),
            ("::ffff:172.17.0.1", "6.6.6.6", ["172.17.0.0/16"], "6.6.6.6"),
            ("10.0.0.9", "6.6.6.6", ["172.17.0.0/16"], "10.0.0.9"),
            // A chain: the proxy here, one in a network of ours, and what the client made up.
            ("127.0.0.1", "1.1.1.1, 6.6.6.6, 192.0.2.9", ["192.0.2.0/24"], "6.6.6.6"),
            ("127.0.0.1", "192.0.2.8, 192.0.2.9", ["192.0.2.0/24"], "192.0.2.8"),
            // What is no address ends the chain with whom we know of.
            ("127.0.0.1", "6.6.6.6, unknown", [], "127.0.0.1"), ("127.0.0.1", "<script>", [], "127.0.0.1"),
            ("127.0.0.1", ",, ", [], "127.0.0.1"), ("127.0.0.1", "6.6.6.6,,", [], "6.6.6.6"),
            // With ports.
            ("127.0.0.1", "6.6.6.6:4711", [], "6.6.6.6"), ("127.0.0.1", "[2001:db8::7]:4711", [], "2001:db8::7"),
            ("127.0.0.1", "::ffff:6.6.6.6", [], "6.6.6.6"),
        ] as [(String, String?, [String], String)]
    )
    func client(peer: String, forwardedFor: String?, proxies: [String], expected: String) {
        let ranges = proxies.compactMap(NetworkRange.init)
        #expect(ranges.count == proxies.count)
        let trusted = TrustedProxies(DeskSettings(publicURL: "https://desk.shop.example", proxies: ranges))
        #expect(trusted.client(peer: peer, forwardedFor: forwardedFor) == expected)
    }

    @Test("where no proxy is in front, nobody is believed, and who is named counts all the same")
    func direct() throws {
        let direct = TrustedProxies(DeskSettings())
        #expect(direct.client(peer: "127.0.0.1", forwardedFor: "6.6.6.6") == "127.0.0.1")
        #expect(direct.client(peer: nil, forwardedFor: "6.6.6.6") == "unknown")
        let named = TrustedProxies(DeskSettings(proxies: [try #require(NetworkRange("10.0.0.9"))]))
        #expect(named.client(peer: "10.0.0.9", forwardedFor: "6.6.6.6") == "6.6.6.6")
    }
}
