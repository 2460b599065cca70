import CCurl
import Glibc
import Model

extension NetworkAddress {
    /// The address that libcurl is about to connect to; nil for anything but IPv4 and IPv6.
    init?(_ address: UnsafeMutablePointer<curl_sockaddr>) {
        // libcurl gives as many octets as the family needs, from `addr` on.
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
        let place = UnsafeRawPointer(address).advanced(by: offset)
        let octets: (start: Int?, count: Int)
        switch address.pointee.family {
        case AF_INET: octets = (MemoryLayout<sockaddr_in>.offset(of: \.sin_addr), 4)
        case AF_INET6: octets = (MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr), 16)
        default: return nil
        }
        guard let start = octets.start, Int(address.pointee.addrlen) >= start + octets.count else { return nil }
        self.init(octets: Array(UnsafeRawBufferPointer(start: place + start, count: octets.count)))
    }
}

extension HTTPReach {
    func allows(_ address: NetworkAddress?) -> Bool {
        switch self {
        case .anywhere: return true
        case .outside(let besides):
            guard let address else { return false }
            return address.isPublic || besides.contains { NetworkAddress($0) == address }
        }
    }
}
