package import Model

/// Judges whether a program wrote a message and whether a program may answer it: two facts, decided apart.
package enum AutomaticMail {
    /// - Parameter newText: the text written this time, where a plea not to answer would stand.
    /// - Returns: the verdict, and what a bounce or notice of delay says of the mail it is about.
    package static func judge(
        _ message: MessageToRead,
        newText: String,
        context: AutomaticMailContext
    ) -> (verdict: AutomaticVerdict, bounce: Bounce?) {
        let facts = MailFacts(message, newText: newText, context: context)
        let (kind, bounce) = MailKind.decide(facts)
        var verdict = AutomaticVerdict(verdict: kind, mayAutoReply: true)
        for rule in AutomaticRule.all {
            guard let evidence = rule.evidence(facts) else { continue }
            verdict.mayAutoReply = !rule.forbidsAnswer
            verdict.rule = rule.id
            verdict.source = rule.source
            verdict.evidence = evidence
            break
        }
        if verdict.mayAutoReply, kind != .human { forbid(&verdict, kind: kind, facts) }
        return (verdict, bounce)
    }

    /// Whatever a program wrote gets no answer by a program, also where only its own words gave it away.
    private static func forbid(_ verdict: inout AutomaticVerdict, kind: AutomaticVerdict.Kind, _ facts: MailFacts) {
        verdict.mayAutoReply = false
        verdict.rule = kind == .autoReply ? AutomaticRule.subject.id : AutomaticRule.report.id
        verdict.source = kind == .autoReply ? AutomaticRule.subject.source : AutomaticRule.report.source
        verdict.evidence = "Subject: \(MailFacts.short(facts.message.content.subject))"
    }
}
