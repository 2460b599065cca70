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
        facts.senders.first { SenderRole.isMachine($0.localPart) }?.address
    }

    static let notAddressedToUs = Self("N6", "RFC 5230 §4.5; RFC 3834 §2") { facts in
        let isOurs = { (address: MailAddress) in facts.context.ourAddresses.contains(address.key) }
        let shown = facts.message.content.to + facts.message.content.cc
        guard !shown.contains(where: isOurs),
            !recipientFields.contains(where: { facts.addresses($0).contains(where: isOurs) })
        else { return nil }
        return "To: \(MailFacts.short(shown.map(\.address).joined(separator: ", ")))"
    }

    private static let recipientFields: [KnownField] = [
        .bcc, .resentTo, .resentCc, .resentBcc, .deliveredTo, .originalTo, .envelopeTo,
    ]

    static let malformed = Self("N12", "RFC 3834 §2") { facts in
        if facts.message.content.from == nil, facts.returnPath.address == nil { return "neither From nor Return-Path" }
        if !facts.message.hasReadableBody { return "no body that can be read" }
        return facts.message.size > facts.context.sizeLimit ? "size: \(facts.message.size) octets" : nil
    }

    static let receivedCount = Self("N13", "RFC 5321 §6.3") { facts in
        let count = facts.count(.received)
        return count > facts.context.receivedLimit ? "Received: \(count) times" : nil
    }
}
