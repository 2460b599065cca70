import Model

extension AutomaticRule {
    static let returnPath = Self("N1", "RFC 3834 §2, §4") { facts in
        switch facts.returnPath {
        case .absent: "Return-Path: absent"
        case .null: "Return-Path: <>"
        case .invalid(let value): "Return-Path: \(MailFacts.short(value))"
        case .valid: nil
        }
    }

    /// Not `postmaster`: a person reads it.
    static let roleSender = Self("N5", "RFC 5230 §4.6; RFC 3834 §2") { facts in
        facts.senders.first { isRole(String($0.localPart)) }?.address
    }

    private static func isRole(_ local: String) -> Bool {
        roles.contains(local) || local.hasPrefix("owner-") || local.hasPrefix("bounce")
            || ["-owner", "-request", "-bounces"].contains { local.hasSuffix($0) }
    }

    private static let roles: Set<String> = [
        "mailer-daemon", "listserv", "majordomo", "noreply", "no-reply", "donotreply", "do-not-reply", "daemon", "root",
        "nobody",
    ]

    static let notAddressedToUs = Self("N6", "RFC 5230 §4.5; RFC 3834 §2") { facts in
        let shown = facts.message.content.to + facts.message.content.cc
        let named = ["Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc", "Delivered-To", "X-Original-To", "Envelope-To"]
        let all = shown + named.flatMap(facts.addresses)
        guard !all.contains(where: { facts.context.ourAddresses.contains($0.key) }) else { return nil }
        return "To: \(MailFacts.short(shown.map(\.address).joined(separator: ", ")))"
    }

    static let malformed = Self("N12", "RFC 3834 §2") { facts in
        if facts.message.content.from == nil, facts.returnPath.address == nil { return "neither From nor Return-Path" }
        if !facts.message.hasReadableBody { return "no body that can be read" }
        return facts.message.size > facts.context.sizeLimit ? "size: \(facts.message.size) octets" : nil
    }

    static let receivedCount = Self("N13", "RFC 5321 §6.3") { facts in
        let count = facts.values("Received").count
        return count > facts.context.receivedLimit ? "Received: \(count) times" : nil
    }
}
