import Model
import Testing

@Suite("Addresses and networks")
struct NetworkRangeTests {
    @Test(
        "an address is in a network where they begin with the same bits",
        arguments: [
            ("172.17.0.0/16", "172.17.255.1", true), ("172.17.0.0/16", "172.18.0.1", false),
            ("172.17.9.9/16", "172.17.0.1", true), ("10.0.0.5", "10.0.0.5", true), ("10.0.0.5", "10.0.0.6", false),
            ("10.0.0.4/31", "10.0.0.5", true), ("10.0.0.4/31", "10.0.0.6", false),
            ("192.0.2.128/25", "192.0.2.127", false), ("0.0.0.0/0", "8.8.8.8", true),
            ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
            ("::1", "::1", true), ("::/0", "127.0.0.1", false), ("0.0.0.0/0", "::1", false),
        ]
    )
    func contains(range: String, address: String, isIn: Bool) throws {
        #expect(try #require(NetworkRange(range)).contains(#require(NetworkAddress(address))) == isIn)
    }

    @Test(
        "what is neither an address nor a network is none",
        arguments: [
            "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0/8", "proxy.shop.example",
            "::/129",
            " 10.0.0.1", "10.0.0.0/x", "fe80::1%eth0",
        ]
    )
    func unusable(_ text: String) {
        #expect(NetworkRange(text) == nil)
    }

    @Test(
        "an address has one notation, and one of IPv4 in the form of IPv6 is that one of IPv4",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("::FFFF:C000:201", "192.0.2.1"),
            ("2001:DB8:0:0::1", "2001:db8::1"), ("::192.0.2.1", "::192.0.2.1"),
        ]
    )
    func unmapped(text: String, notation: String) throws {
        #expect(try #require(NetworkAddress(text)).unmapped.description == notation)
    }
}
