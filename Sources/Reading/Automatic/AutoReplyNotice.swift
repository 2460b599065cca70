import Model

/// Whether a program answered in place of a person: a notice of absence, an acknowledgement, a challenge.
enum AutoReplyNotice {
    /// What says so; nil where nothing does.
    static func ground(_ facts: MailFacts) -> AutomaticVerdict.Ground? {
        let replied = facts.evidence(.autoSubmitted) { AutoSubmitted.keyword(of: $0) == "auto-replied" }
        if let replied { return MailKind.ground(.autoSubmitted, replied) }
        if let mark = VendorMark.first(in: facts), mark.meaning == .autoReply || mark.meaning == .challenge {
            return MailKind.ground(.vendorMarks, mark.evidence)
        }
        let precedence = facts.evidence(.precedence, .xPrecedence) { FieldValue.word($0) == "auto_reply" }
        if let precedence { return MailKind.ground(.precedence, precedence) }
        guard isBySubject(facts) else { return nil }
        return MailKind.ground(.subject, "Subject: \(MailFacts.short(facts.message.content.subject))")
    }

    /// The subject alone proves nothing (RFC 3834 §3.1.5), nor do marks that people's mail carries too: it takes both,
    /// or a program's own heading above a text of absence that asks nothing.
    private static func isBySubject(_ facts: MailFacts) -> Bool {
        guard let subject = AutoReplySubject(facts.message.content.subject) else { return false }
        if facts.returnPath.isNullOrDaemon || AutomaticRule.autoSubmitted.evidence(facts) != nil { return true }
        let isMarked =
            AutomaticRule.responseSuppressed.evidence(facts) != nil
            || AutomaticRule.precedence.evidence(facts) != nil || facts.answersOurMail
        return isMarked && subject == .label || (isMarked || subject == .label) && isAboutAbsence(facts.newText)
    }

    private static func isAboutAbsence(_ text: String) -> Bool {
        let text = FoldedText.octets(text, longest: 4000)[...]
        return AbsenceWords.away.matches(in: text) && !text.contains(UInt8(ascii: "?"))
    }
}
