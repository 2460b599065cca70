import Model

/// What kind of writer a message has, and why.
struct MailFinding {
    var kind: AutomaticVerdict.Kind
    var form: AutomaticVerdict.Form?
    var ground: AutomaticVerdict.Ground?
    var bounce: Bounce?

    static let human = Self(kind: .human)
}

/// Decides what kind of writer a message has. Only marks that no person's mail carries make a message automatic:
/// `X-Auto-Response-Suppress`, `Precedence: bulk`, a no-reply address or a missing Return-Path do not.
enum MailKind {
    static func decide(_ facts: MailFacts) -> MailFinding {
        let sender = BounceSender(facts)
        // What a list hands on is the list's, also where it is a bounce that went astray.
        if !facts.has(.listID), !facts.has(.listPost), let found = ofDelivery(facts, sender) { return found }
        return complaint(facts) ?? autoReply(facts) ?? notice(facts) ?? calendarReply(facts) ?? list(facts) ?? .human
    }

    private static func ofDelivery(_ facts: MailFacts, _ sender: BounceSender) -> MailFinding? {
        if let report = facts.message.report, facts.contentType == "multipart/report" || sender.points > 0 {
            return ofReport(report, facts, sender)
        }
        if isServiceText(facts), let note = ServiceNotification(facts.message.content.text) {
            return finding(note.form, note.bounce, evidence: sender.evidence)
        }
        return BounceNotice(facts, sender: sender).map { finding($0.form, $0.bounce, evidence: $0.evidence) }
    }

    private static func ofReport(_ report: ReportToRead, _ facts: MailFacts, _ sender: BounceSender) -> MailFinding {
        let names = Set(report.groups.joined().map { $0.name.lowercased() })
        let type = "Content-Type: multipart/report; report-type=\(report.type)"
        if report.type == "disposition-notification" || names.contains("disposition") {
            return finding(.readReceipt, nil, evidence: type)
        }
        if report.type == "feedback-report" || names.contains("feedback-type") {
            return finding(.complaint, nil, evidence: type)
        }
        let status = DeliveryStatus(report, facts)
        if let form = status.form { return finding(form, status.bounce, evidence: status.evidence) }
        guard let notice = BounceNotice(facts, sender: sender, isReport: true) else {
            return finding(nil, nil, evidence: type)
        }
        return finding(notice.form, notice.bounce, evidence: notice.evidence)
    }

    private static func finding(_ form: AutomaticVerdict.Form?, _ bounce: Bounce?, evidence: String) -> MailFinding {
        let isBounce = form == .failed
        let isUndone = isBounce || form == .delayed
        let ground = AutomaticVerdict.Ground(rule: "N8", source: AutomaticRule.report.source, evidence: evidence)
        return MailFinding(
            kind: isBounce ? .bounce : .deliveryReport,
            form: form,
            ground: ground,
            bounce: isUndone ? bounce : nil
        )
    }

    private static func isServiceText(_ facts: MailFacts) -> Bool {
        facts.has(.snsMessageID) || facts.message.content.text.utf8.first == UInt8(ascii: "{")
    }

    /// A complaint by a reader of our mail in another form than that of RFC 5965: Hotmail's, and Apple's button.
    private static func complaint(_ facts: MailFacts) -> MailFinding? {
        if let mark = VendorMark.first(in: facts), mark.meaning == .complaint {
            return MailFinding(kind: .deliveryReport, form: .complaint, ground: ground(.vendorMarks, mark.evidence))
        }
        guard facts.message.content.from?.localPart == "staff",
            FieldValue.word(facts.message.content.subject).hasPrefix("complaint about message from ")
        else { return nil }
        let evidence = "Subject: \(MailFacts.short(facts.message.content.subject))"
        return MailFinding(kind: .deliveryReport, form: .complaint, ground: ground(.report, evidence))
    }

    private static func autoReply(_ facts: MailFacts) -> MailFinding? {
        AutoReplyNotice.ground(facts).map { MailFinding(kind: .autoReply, ground: $0) }
    }

    private static func notice(_ facts: MailFacts) -> MailFinding? {
        if let submitted = AutomaticRule.autoSubmitted.evidence(facts) {
            return MailFinding(kind: .report, ground: ground(.autoSubmitted, submitted))
        }
        guard let mark = VendorMark.first(in: facts), mark.meaning == .notice else { return nil }
        return MailFinding(kind: .report, ground: ground(.vendorMarks, mark.evidence))
    }

    /// An answer to an invitation that its program wrote; one to which a person added words is that person's.
    private static func calendarReply(_ facts: MailFacts) -> MailFinding? {
        let type = facts.first(.contentType) ?? ""
        let isCalendar =
            facts.contentType == "text/calendar"
            ? FieldValue.word(type).contains("method=reply")
            : facts.message.content.attachments.contains { $0.type == "text/calendar" }
        guard isCalendar, CalendarReply.isOne(facts.message.content.subject),
            isCalendar == (facts.contentType == "text/calendar") || TextLine.trim(Substring(facts.newText)).isEmpty
        else { return nil }
        let evidence = "Content-Type: text/calendar; Subject: \(MailFacts.short(facts.message.content.subject))"
        return MailFinding(kind: .report, form: .calendarReply, ground: ground(.vendorMarks, evidence))
    }

    /// A list sets fields of its own; `Precedence: list` is the older form of the same.
    private static func list(_ facts: MailFacts) -> MailFinding? {
        let old = facts.evidence(.precedence, .xPrecedence) { FieldValue.word($0) == "list" }
        guard let evidence = AutomaticRule.listFields.evidence(facts) ?? old else { return nil }
        return MailFinding(kind: .list, ground: ground(old == evidence ? .precedence : .listFields, evidence))
    }

    static func ground(_ rule: AutomaticRule, _ evidence: String) -> AutomaticVerdict.Ground {
        AutomaticVerdict.Ground(rule: rule.id, source: rule.source, evidence: evidence)
    }
}

enum CalendarReply {
    /// Whether a subject is one that calendars give to answers to invitations.
    static func isOne(_ subject: String) -> Bool {
        guard let colon = subject.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return false }
        return words.contains(FieldValue.word(subject[..<colon]))
    }

    private static let words: Set<String> = [
        "accepted", "declined", "tentative", "tentatively accepted", "zugesagt", "abgelehnt", "mit vorbehalt",
        "angenommen",
        "accepté", "refusé", "provisoire", "aceptado", "rechazado", "provisional", "accettato", "rifiutato",
        "geaccepteerd",
        "afgewezen", "aceite", "recusado", "new time proposed",
    ]
}
