/// The hosts that are this machine itself: what goes there crosses no network.
package enum Loopback {
    /// 127.0.0.0/8 in its usual notation (RFC 1122 §3.2.1.3), ::1 with brackets or without, and the name that RFC 6761 §6.3
    /// keeps for them. Names that only lead there are none of them: what they lead to may change.
    package static func contains(host: String) -> Bool {
        let host = host.lowercased()
        if ["localhost", "[::1]", "::1"].contains(host) { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return octets.count == 4 && octets[0] == 127 && !octets.contains(nil)
    }
}
