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
            originalMessageID: prose.originalMessageID ?? strayed(facts.message.report),
            originalSubject: prose.originalSubject,
            recipient: recipient(of: group) ?? prose.recipient,
            status: status(value("Status", group), diagnostic, prose: prose.status, isPermanent: isPermanent),
            reason: diagnostic.map(MailFacts.short) ?? prose.reason,
            isPermanent: isPermanent
        )
    }

    /// Where a boundary is missing, what came back is read as one more group of the report.
    private static func strayed(_ report: ReportToRead?) -> String? {
        let names = ["Message-ID", "Original-Message-ID", "X-Original-Message-ID"]
        let values = (report?.groups ?? []).lazy.flatMap { group in names.flatMap { group.values(of: $0) } }
        return values.compactMap { ReturnedMessage.bare($0) }.first
    }

    /// The code that the server which refused the mail gave itself, where it is of the class that the report states;
    /// else what the report states, unless that says nothing and the words more.
    private static func status(_ field: String?, _ diagnostic: String?, prose: String?, isPermanent: Bool) -> String? {
        let stated = field.flatMap { StatusCode.enhanced(in: $0) }
        let agrees = { (code: String) in stated.map { $0.first == code.first } ?? true && !code.hasSuffix(".0.0") }
        let folded = FoldedText.octets(diagnostic ?? "")[...]
        if let code = StatusCode.enhanced(in: folded), agrees(code) { return code }
        if let stated, !stated.hasSuffix(".0.0") { return stated }
        if let stated, let first = stated.first, let meaning = FailureWording.meaning(of: folded) {
            return "\(first).\(meaning)"
        }
        if stated == nil, let code = FailureWording.status(of: folded, isPermanent: isPermanent) { return code }
        if let prose, agrees(prose) { return prose }
        return stated ?? prose
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
        let values = ["Final-Recipient", "Original-Recipient", "X-Actual-Recipient"].compactMap { value($0, group) }
        let bare = values.map(withoutType)
        return bare.lazy.compactMap { AddressScan.addresses(in: $0).first?.address }.first
            ?? bare.first { !$0.contains("@") }
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
