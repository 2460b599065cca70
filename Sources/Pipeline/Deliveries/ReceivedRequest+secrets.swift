import Model

extension ReceivedRequest {
    /// The header fields that carry a password or token in plain words rather than a signature, in lower case.
    private static let secretFields: Set = [
        "authorization", "proxy-authorization", "cookie", "x-telegram-bot-api-secret-token",
    ]

    /// The request as it is kept: what the sender proved itself with in plain words is not written down.
    var withoutSecrets: ReceivedRequest {
        var request = self
        request.fields.removeAll { Self.secretFields.contains($0.name.lowercased()) }
        request.url = Self.withoutUserinfo(url)
        return request
    }

    /// `https://user:password@host/…` without what stands before the at sign of its authority (RFC 3986 §3.2.1).
    private static func withoutUserinfo(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@") else { return url }
        return String(url[..<scheme.upperBound]) + rest[rest.index(after: at)...]
    }
}
