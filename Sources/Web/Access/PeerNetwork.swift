import Foundation
import Model

/// What one subscriber of a network usually has: an IPv4 address, or an IPv6 network of 64 bits (RFC 6177), whose other
/// half they choose as they like.
struct PeerNetwork: Hashable, Sendable {
    let name: String

    init(_ address: String) {
        var octets = in6_addr()
        guard address.contains(":"), inet_pton(AF_INET6, address, &octets) == 1 else {
            name = address
            return
        }
        let bytes = withUnsafeBytes(of: &octets) { [UInt8]($0) }
        // An IPv4 address in the form of IPv6 (RFC 4291 §2.5.5.2).
        if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] {
            name = bytes.suffix(4).map(String.init).joined(separator: ".")
        } else {
            name = bytes.prefix(8).hexadecimal + "/64"
        }
    }
}
