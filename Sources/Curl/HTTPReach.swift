/// Which machines an exchange may connect to, whatever the name in its URL leads to.
package enum HTTPReach: Hashable, Sendable {
    case anywhere
    /// Only addresses of the public Internet, checked on the very address that is connected to, so that no answer of a name
    /// server can lead inside. Such an exchange takes no proxy and no connection that was kept.
    ///
    /// - Parameter besides: further addresses in their usual notation; for tests.
    case outside(besides: Set<String> = [])
}

/// An address of IPv4 (4 octets) or IPv6 (16 octets).
struct NetworkAddress: Hashable, Sendable {
    let octets: [UInt8]

    /// nil where there are neither 4 nor 16 octets.
    init?(octets: [UInt8]) {
        guard octets.count == 4 || octets.count == 16 else { return nil }
        self.octets = octets
    }

    /// Whether it is an address of the public Internet: in none of the special-purpose registries of IPv4 and IPv6
    /// (RFC 6890), such as private, loopback, link-local, shared, documentation, multicast and reserved ranges.
    ///
    /// Addresses of IPv6 that carry one of IPv4 (mapped, RFC 4291 §2.5.5.2; NAT64, RFC 6052; 6to4, RFC 3056) are as public
    /// as that one.
    var isPublic: Bool {
        if octets.count == 4 { return !Self.special4.contains { $0.contains(octets) } }
        if let inner { return inner.isPublic }
        // Only 2000::/3 is handed out for the public Internet.
        return octets[0] & 0xE0 == 0x20 && !Self.special6.contains { $0.contains(octets) }
    }

    private var inner: NetworkAddress? {
        if Self.mapped.contains(octets) || Self.translated.contains(octets) {
            return NetworkAddress(octets: Array(octets[12...]))
        }
        return Self.sixToFour.contains(octets) ? NetworkAddress(octets: Array(octets[2..<6])) : nil
    }

    private struct Range: Sendable {
        let start: [UInt8]
        let bits: Int

        func contains(_ octets: [UInt8]) -> Bool {
            var left = bits
            for index in 0..<octets.count where left > 0 {
                let mask = left >= 8 ? 0xFF : UInt8(truncatingIfNeeded: 0xFF << (8 - left))
                let expected = index < start.count ? start[index] : 0
                if octets[index] & mask != expected & mask { return false }
                left -= 8
            }
            return true
        }
    }

    /// RFC 6890 §2.2.2, RFC 5771 (multicast), RFC 1112 §4 (reserved).
    private static let special4 = [
        Range(start: [0], bits: 8), Range(start: [10], bits: 8), Range(start: [100, 64], bits: 10),
        Range(start: [127], bits: 8), Range(start: [169, 254], bits: 16), Range(start: [172, 16], bits: 12),
        Range(start: [192, 0, 0], bits: 24), Range(start: [192, 0, 2], bits: 24),
        Range(start: [192, 88, 99], bits: 24), Range(start: [192, 168], bits: 16),
        Range(start: [198, 18], bits: 15), Range(start: [198, 51, 100], bits: 24),
        Range(start: [203, 0, 113], bits: 24), Range(start: [224], bits: 4), Range(start: [240], bits: 4),
    ]
    /// RFC 6890 §2.2.3, RFC 3849 and RFC 9637 (documentation).
    private static let special6 = [
        Range(start: [0x20, 0x01, 0x00], bits: 23), Range(start: [0x20, 0x01, 0x0D, 0xB8], bits: 32),
        Range(start: [0x3F, 0xFF], bits: 20),
    ]
    private static let mapped = Range(start: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], bits: 96)
    private static let translated = Range(start: [0x00, 0x64, 0xFF, 0x9B], bits: 96)
    private static let sixToFour = Range(start: [0x20, 0x02], bits: 16)
}
