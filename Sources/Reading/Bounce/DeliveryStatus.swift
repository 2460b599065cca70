import Model

/// What the recipients' groups of a delivery status say (RFC 3464 §2.3).
struct DeliveryStatus {
    /// The first recipient who failed, else the first who is delayed; nil where none is either.
    let bounce: Bounce?
    /// nil where no group says what became of the mail.
    let form: AutomaticVerdict.Form?
    /// The field that decided, as it stood.
    let evidence: String

    init(_ report: ReportToRead, _ facts: MailFacts) {
        let recipients = report.groups.filter { Self.outcome(of: $0) != nil }
        let order: [AutomaticVerdict.Form] = [.failed, .delayed, .expanded, .relayed, .delivered]
        let chosen = order.lazy.compactMap { form in recipients.first { Self.outcome(of: $0) == form } }.first
        form = chosen.flatMap(Self.outcome)
        evidence = chosen.map(Self.deciding) ?? ""
        guard let chosen, let form, form == .failed || form == .delayed else {
            bounce = nil
            return
        }
        bounce = Self.bounce(chosen, facts, isPermanent: form == .failed)
    }

    private static func bounce(_ group: [HeaderField], _ facts: MailFacts, isPermanent: Bool) -> Bounce {
        let text = NoticeText(facts.message.content.text)
        let prose = BounceDetails(text, facts, isPermanent: isPermanent).bounce
        let diagnostic = value("Diagnostic-Code", group).map(withoutType)
        return Bounce(
            originalMessageID: prose.originalMessageID,
            originalSubject: prose.originalSubject,
            recipient: recipient(of: group) ?? prose.recipient,
            status: status(value("Status", group), diagnostic, isPermanent: isPermanent) ?? prose.status,
            reason: diagnostic.map(MailFacts.short) ?? prose.reason,
            isPermanent: isPermanent
        )
    }

    /// The status, unless it says nothing and the diagnostic more.
    private static func status(_ field: String?, _ diagnostic: String?, isPermanent: Bool) -> String? {
        let stated = field.flatMap { StatusCode.enhanced(in: $0) }
        if let stated, !stated.hasSuffix(".0.0") { return stated }
        let folded = FoldedText.octets(diagnostic ?? "")[...]
        if let code = StatusCode.enhanced(in: folded), stated == nil || !code.hasSuffix(".0.0") { return code }
        if let wording = FailureWording.first(in: folded) {
            let reply = StatusCode.reply(in: folded).map { $0 / 100 }
            let kind = stated?.first.flatMap(\.wholeNumberValue) ?? reply ?? (isPermanent ? 5 : 4)
            return "\(kind).\(wording.detail)"
        }
        return stated ?? StatusCode.reply(in: folded).map(FailureWording.status)
    }

    /// By `Action`, and by the class of `Status` where there is none; nil for a group that is about no recipient.
    private static func outcome(of group: [HeaderField]) -> AutomaticVerdict.Form? {
        let action = value("Action", group).map { FieldValue.word($0) } ?? ""
        if action.hasPrefix("fail") { return .failed }
        if action.hasPrefix("delay") { return .delayed }
        if action.hasPrefix("relay") { return .relayed }
        if action.hasPrefix("expand") { return .expanded }
        if action.hasPrefix("deliver") { return .delivered }
        switch value("Status", group).map({ FieldValue.word($0) })?.first {
        case "5": return .failed
        case "4": return .delayed
        case "2": return .delivered
        default: return nil
        }
    }

    private static func deciding(_ group: [HeaderField]) -> String {
        let name = value("Action", group) == nil ? "Status" : "Action"
        return "\(name): \(MailFacts.short(value(name, group) ?? ""))"
    }

    private static func recipient(of group: [HeaderField]) -> String? {
        let value =
            value("Final-Recipient", group) ?? value("Original-Recipient", group) ?? value("X-Actual-Recipient", group)
        return value.map { raw in
            let bare = withoutType(raw)
            return AddressScan.addresses(in: bare).first?.address ?? bare
        }
    }

    /// `rfc822; ann@example.org` without its type (RFC 3464 §2.1.2).
    private static func withoutType(_ value: String) -> String {
        guard let semicolon = value.firstIndex(of: ";"), value[..<semicolon].utf8.count <= 20 else { return value }
        return String(TextLine.trim(value[value.index(after: semicolon)...]))
    }

    private static func value(_ name: String, _ group: [HeaderField]) -> String? {
        group.values(of: name).first { !$0.isEmpty }
    }
}
