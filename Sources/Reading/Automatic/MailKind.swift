import Model

/// Decides what kind of writer a message has. Only marks that no person's mail carries make a message automatic:
/// `X-Auto-Response-Suppress`, `Precedence: bulk`, a no-reply address or a missing Return-Path do not.
enum MailKind {
    static func decide(_ facts: MailFacts) -> (AutomaticVerdict.Kind, Bounce?) {
        if let report = facts.message.report { return ofReport(report, facts) }
        if let notice = BounceNotice(facts) { return (notice.isDelay ? .deliveryReport : .bounce, notice.bounce) }
        if isComplaint(facts) { return (.deliveryReport, nil) }
        if isAutoReply(facts) { return (.autoReply, nil) }
        if isNotice(facts) { return (.report, nil) }
        return (isList(facts) ? .list : .human, nil)
    }

    private static func ofReport(_ report: ReportToRead, _ facts: MailFacts) -> (AutomaticVerdict.Kind, Bounce?) {
        guard !["disposition-notification", "feedback-report"].contains(report.type) else {
            return (.deliveryReport, nil)
        }
        let status = DeliveryStatus(report, embedded: facts.message.embedded)
        if let bounce = status.bounce { return (bounce.isPermanent ? .bounce : .deliveryReport, bounce) }
        if status.isSuccess { return (.deliveryReport, nil) }
        guard let notice = BounceNotice(facts, isReport: true) else { return (.deliveryReport, nil) }
        return (notice.isDelay ? .deliveryReport : .bounce, notice.bounce)
    }

    private static func isAutoReply(_ facts: MailFacts) -> Bool {
        let submitted = facts.values("Auto-Submitted").map(AutoSubmitted.keyword)
        if submitted.contains("auto-replied") { return true }
        if VendorMark.first(in: facts)?.meaning == .autoReply { return true }
        if facts.field(["Precedence", "X-Precedence"], where: { FieldValue.word($0) == "auto_reply" }) != nil {
            return true
        }
        guard AutoReplySubject.matches(facts.message.content.subject) else { return false }
        // Exchange marks notices of absence as generated, from no sender, or not to be answered.
        let isMarked = submitted.contains { $0 != "no" } || AutomaticRule.responseSuppressed.evidence(facts) != nil
        return isMarked || facts.returnPath == .null || facts.answersOurMail
    }

    private static func isNotice(_ facts: MailFacts) -> Bool {
        if facts.values("Auto-Submitted").contains(where: { AutoSubmitted.keyword(of: $0) != "no" }) { return true }
        return VendorMark.first(in: facts)?.meaning == .notice
    }

    /// A list sets fields of its own; `Precedence: list` is the older form of the same.
    private static func isList(_ facts: MailFacts) -> Bool {
        let isListed = facts.field(["Precedence", "X-Precedence"]) { FieldValue.word($0) == "list" } != nil
        return isListed || AutomaticRule.listFields.evidence(facts) != nil
    }

    /// A complaint by a reader of our mail, in the form that Hotmail sends instead of RFC 5965.
    private static func isComplaint(_ facts: MailFacts) -> Bool {
        FieldValue.word(facts.message.content.subject).hasPrefix("complaint about message from ")
            && facts.message.content.from?.localPart == "staff"
    }
}
