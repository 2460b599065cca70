import Foundation
import Model

/// What one subscriber of a network usually has: an IPv4 address, or an IPv6 network of 64 bits (RFC 6177), whose other
/// half they choose as they like.
struct PeerNetwork: Hashable, Sendable {
    let name: String

    init(_ text: String) {
        guard let address = NetworkAddress(text)?.unmapped else {
            name = text
            return
        }
        let isFour = address.octets.count == 4
        name = isFour ? address.description : address.octets.prefix(8).hexadecimal + "/64"
    }
}
