import Model

/// What servers that we trust say of the sender (RFC 8601 `Authentication-Results`).
struct Authentication {
    /// One method each, such as `spf=pass smtp.mailfrom=ann@example.org`, in lower case.
    private var results: [ArraySlice<UInt8>] = []
    private let facts: MailFacts

    init(_ facts: MailFacts) {
        self.facts = facts
        guard !facts.context.authenticationServers.isEmpty else { return }
        for value in facts.values(.authenticationResults) {
            let parts = FoldedText.octets(value).split(separator: UInt8(ascii: ";"))
            guard let server = parts.first.map(Self.firstWord),
                facts.context.authenticationServers.contains(Self.text(server))
            else { continue }
            // `none` alone says that nothing was tried (RFC 8601 §2.2).
            results += parts.dropFirst().filter { !Self.firstWord($0).elementsEqual("none".utf8) }
        }
    }

    /// Why a mail to the envelope's sender might go to somebody who never wrote; nil where nothing speaks for that, and
    /// where no trusted server has said anything.
    var failure: String? {
        guard !results.isEmpty else { return nil }
        if let failed = results.first(where: { Self.firstWord($0).elementsEqual("dmarc=fail".utf8) }) {
            return "Authentication-Results: \(MailFacts.short(String(TextLine.trim(Substring(Self.text(failed))))))"
        }
        guard let domain = facts.returnPath.address.map({ String($0.domain) }),
            !authenticated.contains(where: { Self.related($0, domain) })
        else { return nil }
        return "Return-Path: \(domain) is not authenticated"
    }

    /// The domains of every identity that passed.
    private var authenticated: [String] {
        results.filter { Self.firstWord($0).reversed().starts(with: "=pass".utf8.reversed()) }.flatMap { result in
            result.split { $0 <= 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }.compactMap(Self.domain)
        }
    }

    private static func firstWord(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        part.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    }

    private static func text(_ octets: ArraySlice<UInt8>) -> String {
        String(decoding: octets, as: UTF8.self)
    }

    private static let properties = ["smtp.mailfrom=", "header.d=", "header.i=", "header.from="].map { Array($0.utf8) }

    /// The domain of `smtp.mailfrom=`, `header.d=`, `header.i=` and `header.from=`.
    private static func domain(_ property: ArraySlice<UInt8>) -> String? {
        guard let name = properties.first(where: property.starts) else { return nil }
        let value = property.dropFirst(name.count).split(separator: UInt8(ascii: "@")).last ?? []
        return text(
            ArraySlice(value.filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") })
        )
    }

    /// The same domain, or one below the other.
    private static func related(_ a: String, _ b: String) -> Bool {
        a == b || a.hasSuffix(".\(b)") || b.hasSuffix(".\(a)")
    }
}
