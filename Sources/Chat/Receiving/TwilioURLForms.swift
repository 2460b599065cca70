import Foundation

/// The forms of one URL that Twilio may have signed: it is not consistent in whether the port stands in it, and leaves a user
/// and password away.
///
/// Source: https://www.twilio.com/docs/usage/webhooks/webhooks-security and Twilio's own libraries, which try the same.
struct TwilioURLForms {
    /// The URL as it is comes first. Path and query are never changed.
    let all: [String]

    init(_ url: String) {
        guard let parts = Parts(url) else {
            all = [url]
            return
        }
        var forms: [String] = []
        for user in [parts.user, ""] {
            for port in [parts.port, "", parts.port.isEmpty ? parts.defaultPort : ""] {
                let form = "\(parts.scheme)\(user)\(parts.host)\(port)\(parts.rest)"
                if !forms.contains(form) { forms.append(form) }
            }
        }
        all = forms
    }

    /// All of them with the signs that divide them, so that together they are the URL again (RFC 3986 §3).
    private struct Parts {
        var scheme: Substring
        var user: Substring
        var host: Substring
        var port: Substring
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
}
