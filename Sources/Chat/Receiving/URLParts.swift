import Foundation

/// A URL in pieces, each with the signs that divide it from the others, so that together they are the URL again, octet for
/// octet (RFC 3986 §3). nil where there is no scheme and authority.
struct URLParts {
    /// `https://`
    var scheme: Substring
    /// `user:password@`, or nothing.
    var user: Substring
    var host: Substring
    /// `:8443`, or nothing.
    var port: Substring
    /// Path, query and fragment.
    var rest: Substring

    init?(_ url: String) {
        guard let colon = url.range(of: "://") else { return nil }
        scheme = url[..<colon.upperBound]
        let authority = url[colon.upperBound...].prefix { !"/?#".contains($0) }
        rest = url[authority.endIndex...]
        let hostStart = authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex
        user = authority[..<hostStart]
        // A colon within the brackets of an IPv6 address is none before a port.
        let name = authority[hostStart...]
        let afterAddress = name.lastIndex(of: "]") ?? name.startIndex
        let portStart = name[afterAddress...].firstIndex(of: ":") ?? name.endIndex
        host = name[..<portStart]
        port = name[portStart...]
    }

    var defaultPort: Substring { scheme.lowercased() == "https://" ? ":443" : ":80" }
}
