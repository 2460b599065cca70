package import Model

extension ReceivedRequest {
    /// The request as it may be kept: without the header fields that carry a secret in plain words, and without a user and
    /// password in the URL. What remains cannot prove again who sent it where the proof was such a field.
    package var withoutSecrets: ReceivedRequest {
        var request = self
        request.fields.removeAll { Self.secretFields.contains($0.name.lowercased()) }
        request.url = Self.withoutUser(url)
        return request
    }

    /// A body as a person may see it: without what stands in it under a name that secrets have, octets that are no UTF-8
    /// replaced.
    package static func shown(_ body: [UInt8]) -> String {
        String(decoding: BodySecrets(body).blanked, as: UTF8.self)
    }

    private static let secretFields: Set = [
        "authorization", "cookie", "proxy-authorization", "x-telegram-bot-api-secret-token",
    ]

    private static func withoutUser(_ url: String) -> String {
        guard let parts = URLParts(url) else { return url }
        return "\(parts.scheme)\(parts.host)\(parts.port)\(parts.rest)"
    }
}
