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
        return (verdict, bounce)
    }
}
