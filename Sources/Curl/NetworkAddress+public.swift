import Model

extension NetworkAddress {
    /// Whether it is an address of the public Internet: in none of the special-purpose registries of IPv4 and IPv6
    /// (RFC 6890), such as private, loopback, link-local, shared, documentation, multicast and reserved ranges.
    ///
    /// Addresses of IPv6 that carry one of IPv4 (mapped, RFC 4291 §2.5.5.2; NAT64, RFC 6052; 6to4, RFC 3056) are as public
    /// as that one.
    var isPublic: Bool {
        if octets.count == 4 { return !Self.special4.contains { $0.contains(self) } }
        if let inner { return inner.isPublic }
        // Only 2000::/3 is handed out for the public Internet.
        return octets[0] & 0xE0 == 0x20 && !Self.special6.contains { $0.contains(self) }
    }

    private var inner: NetworkAddress? {
        if unmapped != self { return unmapped }
        if Self.translated.contains(self) { return NetworkAddress(octets: Array(octets[12...])) }
        return Self.sixToFour.contains(self) ? NetworkAddress(octets: Array(octets[2..<6])) : nil
    }

    /// RFC 6890 §2.2.2, RFC 5771 (multicast), RFC 1112 §4 (reserved).
    private static let special4 = [
        NetworkRange(start: [0], bits: 8, length: 4),
        NetworkRange(start: [10], bits: 8, length: 4),
        NetworkRange(start: [100, 64], bits: 10, length: 4),
        NetworkRange(start: [127], bits: 8, length: 4),
        NetworkRange(start: [169, 254], bits: 16, length: 4),
        NetworkRange(start: [172, 16], bits: 12, length: 4),
        NetworkRange(start: [192, 0, 0], bits: 24, length: 4),
        NetworkRange(start: [192, 0, 2], bits: 24, length: 4),
        NetworkRange(start: [192, 88, 99], bits: 24, length: 4),
        NetworkRange(start: [192, 168], bits: 16, length: 4),
        NetworkRange(start: [198, 18], bits: 15, length: 4),
        NetworkRange(start: [198, 51, 100], bits: 24, length: 4),
        NetworkRange(start: [203, 0, 113], bits: 24, length: 4),
        NetworkRange(start: [224], bits: 4, length: 4),
        NetworkRange(start: [240], bits: 4, length: 4),
    ]
    /// RFC 6890 §2.2.3, RFC 3849 and RFC 9637 (documentation).
    private static let special6 = [
        NetworkRange(start: [0x20, 0x01, 0x00], bits: 23, length: 16),
        NetworkRange(start: [0x20, 0x01, 0x0D, 0xB8], bits: 32, length: 16),
        NetworkRange(start: [0x3F, 0xFF], bits: 20, length: 16),
    ]
    private static let translated = NetworkRange(start: [0x00, 0x64, 0xFF, 0x9B], bits: 96, length: 16)
    private static let sixToFour = NetworkRange(start: [0x20, 0x02], bits: 16, length: 16)
}
