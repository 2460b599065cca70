import Foundation
import Model

/// The address of an API: `https:`, or `http:` on this machine alone. No user, query or fragment, no slash at its end.
package struct APIAddress: Hashable, Sendable, CustomStringConvertible {
    package let description: String
    /// Whether it is plain HTTP, which only an address of this machine may be.
    package let isPlaintext: Bool

    /// Throws a sentence on what is wrong with the address.
    package init(_ text: String) throws(ReplyError) {
        try self.init(text, mayHaveQuery: false)
    }

    /// What may be said of the address that a request goes to: without its query, in which a key may stand. Throws a
    /// sentence on what is wrong with the whole.
    package init(of url: String) throws(ReplyError) {
        try self.init(url, mayHaveQuery: true)
    }

    private init(_ text: String, mayHaveQuery: Bool) throws(ReplyError) {
        // Readers of URLs disagree about backslashes and control characters, so that there are none.
        guard text.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 0x20 && $0 != "\\" && $0.value != 0x7F }),
            let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.fragment == nil, mayHaveQuery || parts.query == nil
        else {
            throw ReplyError(
                .configuration,
                "No API is asked at \(text.asShownURL): its address is one such as https://api.example, without a user"
                    + (mayHaveQuery ? "." : " and without a query.")
            )
        }
        switch parts.scheme?.lowercased() {
        case "https": isPlaintext = false
        case "http" where Loopback.contains(host: host): isPlaintext = true
        default:
            throw ReplyError(
                .configuration,
                "An API is asked over https only (http is allowed for addresses of this machine): \(text.asShownURL)"
            )
        }
        var bare = text.prefix { $0 != "?" }
        while bare.hasSuffix("/") { bare.removeLast() }
        description = String(bare)
    }
}
