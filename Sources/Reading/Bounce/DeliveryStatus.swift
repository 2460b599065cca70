import Model

/// What the recipients' groups of a delivery status say (RFC 3464 §2.3).
struct DeliveryStatus {
    /// The first recipient who failed, else the first who is delayed; nil where none is either.
    let bounce: Bounce?
    /// Whether the report is about delivery that went well.
    let isSuccess: Bool

    init(_ report: ReportToRead, embedded: [[HeaderField]]) {
        let recipients = report.groups.filter { Self.recipient(of: $0) != nil || Self.value("Action", $0) != nil }
        let failed = recipients.first { Self.outcome(of: $0) == .failed }
        let delayed = recipients.first { Self.outcome(of: $0) == .delayed }
        isSuccess = failed == nil && delayed == nil && !recipients.isEmpty
        bounce = (failed ?? delayed).map { group in
            Bounce(
                originalMessageID: ReturnedMessage.identifier(in: embedded),
                recipient: Self.recipient(of: group),
                status: Self.value("Status", group).flatMap { StatusCode.first(in: $0) },
                reason: Self.value("Diagnostic-Code", group).map(Self.withoutType),
                isPermanent: failed != nil
            )
        }
    }

    private enum Outcome {
        case failed
        case delayed
        case delivered
    }

    /// By `Action`, and by the class of `Status` where there is none.
    private static func outcome(of group: [HeaderField]) -> Outcome {
        let action = value("Action", group).map { FieldValue.word($0) } ?? ""
        if action.hasPrefix("fail") { return .failed }
        if action.hasPrefix("delay") { return .delayed }
        guard action.isEmpty, let status = value("Status", group) else { return .delivered }
        switch FieldValue.word(status).first {
        case "5": return .failed
        case "4": return .delayed
        default: return .delivered
        }
    }

    private static func recipient(of group: [HeaderField]) -> String? {
        let value = value("Final-Recipient", group) ?? value("Original-Recipient", group)
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

enum ReturnedMessage {
    /// The `Message-ID` of the first message that came back, without angle brackets.
    static func identifier(in embedded: [[HeaderField]]) -> String? {
        embedded.lazy.compactMap { $0.values(of: "Message-ID").first.flatMap { bare($0) } }.first
    }

    static func bare(_ value: some StringProtocol) -> String? {
        let core = value.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
        let chosen = core.isEmpty ? TextLine.trim(Substring(value)) : TextLine.trim(Substring(core))
        return chosen.isEmpty ? nil : String(chosen)
    }
}
