import Model

/// What sort of automatic mail a message is, by its words, where its kind leaves that open.
enum MailForm {
    static func of(_ kind: AutomaticVerdict.Kind, _ facts: MailFacts, absence: Absence?) -> AutomaticVerdict.Form? {
        switch kind {
        case .autoReply:
            if absence != nil { return .absence }
            if VendorMark.first(in: facts)?.meaning == .challenge || isChallenge(facts) { return .challenge }
            return .acknowledgement
        case .report:
            return isMonitoring(facts) ? .monitoring : nil
        case .human, .bounce, .deliveryReport, .list:
            return nil
        }
    }

    private static func isChallenge(_ facts: MailFacts) -> Bool {
        let subject = FoldedText.octets(facts.message.content.subject, longest: 300)[...]
        return challenges.matches(in: subject)
            || challenges.matches(in: FoldedText.octets(facts.newText, longest: 2000)[...])
    }

    private static func isMonitoring(_ facts: MailFacts) -> Bool {
        if facts.has(.cron) { return true }
        let local = facts.message.content.from.map { String($0.localPart) } ?? ""
        let subject = FoldedText.octets(facts.message.content.subject, longest: 300)[...]
        return watchers.contains(local) || alarms.matches(in: subject)
    }

    private static let challenges = PhraseSet([
        "please confirm your message", "confirm your message", "confirm that you sent", "verify your email to",
        "prove you are human",
        "click here to be approved", "sender verification", "confirm you are a person", "waiting for your verification",
        "requires confirmation", "awaiting confirmation", "your message is being held", "challenge-response",
        "bestätigen sie ihre nachricht", "bestätigen sie bitte ihre e-mail", "confirmez votre message",
        "confirme su mensaje",
    ])

    private static let watchers: Set<String> = [
        "root", "nagios", "icinga", "monit", "zabbix", "cron", "prometheus", "alertmanager", "monitoring", "alerts",
        "munin",
        "smartd", "logwatch", "backup",
    ]

    private static let alarms = PhraseSet([
        "cron <", "[firing", "[resolved", "** problem", "** recovery", "problem service alert", "host alert",
        "monit alert",
        "service alert", "logwatch for", "smart error", "[critical]", "[alert]",
    ])
}
