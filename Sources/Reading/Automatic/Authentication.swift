import Model

/// What servers that we trust say of the sender (RFC 8601 `Authentication-Results`).
struct Authentication {
    private var results: [Substring] = []
    private let envelopeDomain: String?

    init(_ facts: MailFacts) {
        envelopeDomain = facts.returnPath.address.map { String($0.domain) }
        guard !facts.context.authenticationServers.isEmpty else { return }
        for value in facts.values(.authenticationResults) {
            let parts = value.lowercased().split(separator: ";")
            let server = parts.first?.split(whereSeparator: \.isWhitespace).first.map(String.init)
            guard let server, facts.context.authenticationServers.contains(server) else { continue }
            // `none` alone says that nothing was tried (RFC 8601 §2.2).
            results += parts.dropFirst().filter { Self.result($0) != "none" }
        }
    }

    /// Why a mail to the envelope's sender might go to somebody who never wrote; nil where nothing speaks for that, and
    /// where no trusted server has said anything.
    var failure: String? {
        guard !results.isEmpty else { return nil }
        if let failed = results.first(where: { Self.result($0) == "dmarc=fail" }) {
            return "Authentication-Results: \(MailFacts.short(String(TextLine.trim(failed))))"
        }
        guard let envelopeDomain, !authenticated.contains(where: { Self.related($0, envelopeDomain) }) else {
            return nil
        }
        return "Return-Path: \(envelopeDomain) is not authenticated"
    }

    /// The domains of every identity that passed.
    private var authenticated: [String] {
        results.filter { Self.result($0).hasSuffix("=pass") }.flatMap { result in
            result.split { $0.isWhitespace || $0 == "(" || $0 == ")" }.compactMap(Self.domain)
        }
    }

    private static func result(_ part: Substring) -> String {
        part.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    }

    /// The domain of `smtp.mailfrom=`, `header.d=`, `header.i=` and `header.from=`.
    private static func domain(_ property: Substring) -> String? {
        let pair = property.split(separator: "=", maxSplits: 1)
        let names = ["smtp.mailfrom", "header.d", "header.i", "header.from"]
        guard pair.count == 2, names.contains(String(pair[0])) else { return nil }
        return pair[1].split(separator: "@").last.map { String($0.filter { $0 != "\"" && $0 != "<" && $0 != ">" }) }
    }

    /// The same domain, or one below the other.
    private static func related(_ a: String, _ b: String) -> Bool {
        a == b || a.hasSuffix(".\(b)") || b.hasSuffix(".\(a)")
    }
}
