import Foundation

/// An address of IPv4 (4 octets) or IPv6 (16 octets).
package struct NetworkAddress: Hashable, Sendable {
    package let octets: [UInt8]

    /// nil where there are neither 4 nor 16 octets.
    package init?(octets: [UInt8]) {
        guard octets.count == 4 || octets.count == 16 else { return nil }
        self.octets = octets
    }

    /// In its usual notation, without a zone (RFC 4007 §11); nil for everything else, such as a name.
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(octets: withUnsafeBytes(of: &four) { Array($0) })
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(octets: withUnsafeBytes(of: &six) { Array($0) })
        } else {
            return nil
        }
    }

    /// The address of IPv4 that one of IPv6 stands for (RFC 4291 §2.5.5.2); else the same.
    package var unmapped: NetworkAddress {
        NetworkRange.mapped.contains(self) ? NetworkAddress(octets: Array(octets[12...])) ?? self : self
    }
}

extension NetworkAddress: CustomStringConvertible {
    /// In its usual notation, of which there is one (RFC 5952).
    package var description: String {
        var octets = octets
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = octets.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, &octets, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
