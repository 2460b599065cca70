import Model

/// What a provider found out about the sender of a mail when it took it: SPF (RFC 7208) and DKIM (RFC 6376).
///
/// It goes on top of the mail as the provider's own `Authentication-Results` (RFC 8601), as a receiving server writes it.
/// The authserv-id has a digest of the whole mail in it: nobody can put a field into a mail that has the digest of that very
/// mail, so none that came with it is ever taken for the provider's, and nothing has to be removed from what came.
struct StatedAuthentication {
    /// What one method found, and about which domain: an outsider wrote that.
    struct Finding {
        var method: Method
        var result: String
        var domain: String?
    }

    /// RFC 8601 §2.7.1, §2.7.2
    enum Method: String {
        case spf
        case dkim

        /// What names the domain.
        var property: String {
            switch self {
            case .spf: "smtp.mailfrom"
            case .dkim: "header.d"
            }
        }
    }

    private let provider: String
    private let findings: [Finding]

    /// More are not looked at.
    private static let most = 20

    /// - Parameter provider: a word of letters.
    init(of provider: String, _ findings: [Finding] = []) {
        self.provider = provider
        self.findings = findings
    }

    /// nil where the provider says nothing.
    func field(above mail: [UInt8]) -> HeaderField? {
        let words = findings.prefix(Self.most).compactMap(Self.words)
        guard !words.isEmpty else { return nil }
        let server = "\(ProviderNumber.digest(mail)).\(provider).invalid"
        return HeaderField(name: "Authentication-Results", value: ([server] + words).joined(separator: "; "))
    }

    private static func words(_ finding: Finding) -> String? {
        let result = finding.result.lowercased()
        guard known.contains(result) else { return nil }
        let words = "\(finding.method.rawValue)=\(result)"
        guard let domain = finding.domain, isDomain(domain) else { return words }
        return "\(words) \(finding.method.property)=\(domain.lowercased())"
    }

    /// Other words say nothing that could be relied on.
    private static let known: Set = [
        "pass", "fail", "softfail", "neutral", "none", "policy", "temperror", "permerror",
    ]

    /// Nothing that would end the property, or begin another.
    private static func isDomain(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy { octet in
                switch octet {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
                default: false
                }
            }
    }
}

extension StatedAuthentication {
    /// Mailgun's spam filter, where it is switched on, puts its findings above the `Received` that Mailgun wrote when it took
    /// the mail. What stands below that came with the mail, whatever it is called.
    ///
    /// - Parameter sender: of the envelope.
    static func mailgun(_ fields: [HeaderField], sender: String?) -> StatedAuthentication {
        let own = fields.prefix { $0.name.lowercased() != "received" }
        guard own.count < fields.count else { return StatedAuthentication(of: "mailgun") }
        let stated = Array(own)
        let spf = stated.values(of: "X-Mailgun-Spf").first.map {
            Finding(method: .spf, result: $0, domain: sender.flatMap(domain))
        }
        let dkim = stated.values(of: "X-Mailgun-Dkim-Check-Result").first.map {
            Finding(method: .dkim, result: $0, domain: onlySigner(fields))
        }
        return StatedAuthentication(of: "mailgun", [spf, dkim].compactMap(\.self))
    }

    /// Mailgun does not say which signature it means, so one of several is nobody's.
    private static func onlySigner(_ fields: [HeaderField]) -> String? {
        let signatures = fields.values(of: "DKIM-Signature")
        guard signatures.count == 1, let tags = signatures.first?.split(separator: ";", maxSplits: 50) else {
            return nil
        }
        let words = tags.lazy.map { $0.filter { !$0.isWhitespace } }
        return words.first { $0.hasPrefix("d=") }.map { String($0.dropFirst(2)) }
    }

    /// SendGrid's fields `SPF`, such as `pass`, and `dkim`, such as `{@mail.example : pass}`: no JSON, whatever its
    /// documentation says. Fields of the form are SendGrid's own, never the mail's.
    static func sendgrid(_ form: FormBody, sender: String?) -> StatedAuthentication {
        let spf = form["SPF"].map { Finding(method: .spf, result: $0, domain: sender.flatMap(domain)) }
        let list = (form["dkim"] ?? "").prefix(4_000).filter { !"{}@ ".contains($0) }
        let dkim = list.split(separator: ",", maxSplits: most).compactMap { entry -> Finding? in
            let parts = entry.split(separator: ":")
            guard parts.count == 2 else { return nil }
            return Finding(method: .dkim, result: String(parts[1]), domain: String(parts[0]))
        }
        return StatedAuthentication(of: "sendgrid", [spf].compactMap(\.self) + dkim)
    }

    private static func domain(_ address: String) -> String? {
        guard let at = address.lastIndex(of: "@") else { return nil }
        return String(address[address.index(after: at)...].prefix { $0 != ">" })
    }
}
