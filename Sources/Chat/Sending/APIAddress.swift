import Foundation

/// The address of an API: `https:`, or `http:` on this machine alone. No user, query or fragment, no slash at its end.
package struct APIAddress: Hashable, Sendable, CustomStringConvertible {
    package let description: String
    /// Whether it is plain HTTP, which only an address of this machine may be.
    package let isPlaintext: Bool

    /// Throws a sentence on what is wrong with the address.
    package init(_ text: String) throws(ReplyError) {
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        // Readers of URLs disagree about backslashes and control characters, so that there are none.
        guard text.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 0x20 && $0 != "\\" && $0.value != 0x7F }),
            let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.fragment == nil
        else {
            throw ReplyError(.configuration, "“\(text.asRemark)” is no address of an API, such as https://api.example.")
        }
        switch parts.scheme?.lowercased() {
        case "https": isPlaintext = false
        case "http" where Self.isThisMachine(host): isPlaintext = true
        default:
            throw ReplyError(
                .configuration,
                "An API is asked over https only (http is allowed for addresses of this machine): \(text.asRemark)"
            )
        }
        description = text
    }

    /// 127.0.0.0/8 in its usual notation, ::1, or the name that RFC 6761 §6.3 keeps for loopback.
    private static func isThisMachine(_ host: String) -> Bool {
        let host = host.lowercased()
        if ["localhost", "[::1]", "::1"].contains(host) { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return octets.count == 4 && octets[0] == 127 && !octets.contains(nil)
    }
}
