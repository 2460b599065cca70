/// All addresses that begin with the same bits (RFC 4632 §3.1, RFC 4291 §2.3).
package struct NetworkRange: Hashable, Sendable {
    /// The octets that matter; those behind them count as 0.
    private let start: [UInt8]
    /// Octets of an address: 4 or 16.
    private let length: Int
    /// How many bits an address has to begin with.
    package let bits: Int

    /// - Parameters:
    ///   - start: the first octets; those left out are 0.
    ///   - length: octets of an address, 4 or 16.
    package init(start: [UInt8], bits: Int, length: Int) {
        self.start = start
        self.bits = bits
        self.length = length
    }

    /// A network such as `172.17.0.0/16` or `2001:db8::/32`, or a single address; nil for everything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = NetworkAddress(String(parts[0])) else { return nil }
        let most = address.octets.count * 8
        let bits = parts.count == 1 ? most : Int(parts[1]) ?? -1
        guard (0...most).contains(bits) else { return nil }
        self.init(start: address.octets, bits: bits, length: address.octets.count)
    }

    package func contains(_ address: NetworkAddress) -> Bool {
        guard address.octets.count == length else { return false }
        var left = bits
        for index in 0..<length where left > 0 {
            let mask = left >= 8 ? 0xFF : UInt8(truncatingIfNeeded: 0xFF << (8 - left))
            let expected = index < start.count ? start[index] : 0
            if address.octets[index] & mask != expected & mask { return false }
            left -= 8
        }
        return true
    }

    /// Addresses of IPv4 in the form of IPv6.
    static let mapped = NetworkRange(
        start: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
        bits: 96,
        length: 16
    )
    /// This machine itself (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3).
    package static let loopback = [
        NetworkRange(start: [127], bits: 8, length: 4),
        NetworkRange(start: Array(repeating: 0, count: 15) + [1], bits: 128, length: 16),
    ]
}
