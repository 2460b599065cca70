package import Model

/// Judges whether a program wrote a message and whether a program may answer it: two facts, decided apart.
package enum AutomaticMail {
    /// What was found out about a message.
    package struct Judgement: Hashable, Sendable {
        package var verdict: AutomaticVerdict
        /// What a bounce or notice of delay says of the mail it is about.
        package var bounce: Bounce?
        /// What a notice of absence says of its end.
        package var absence: Absence?
    }

    /// - Parameter newText: the text written this time, where a plea not to answer would stand.
    package static func judge(
        _ message: MessageToRead,
        newText: String,
        context: AutomaticMailContext
    ) -> Judgement {
        let facts = MailFacts(message, newText: newText, context: context)
        let finding = MailKind.decide(facts)
        let absence = finding.kind == .autoReply ? absence(facts) : nil
        var verdict = AutomaticVerdict(verdict: finding.kind, ground: finding.ground, mayAutoReply: true)
        verdict.form = finding.form ?? MailForm.of(finding.kind, facts, absence: absence)
        decideAnswer(&verdict, facts)
        return Judgement(verdict: verdict, bounce: finding.bounce, absence: absence)
    }

    private static func decideAnswer(_ verdict: inout AutomaticVerdict, _ facts: MailFacts) {
        for rule in AutomaticRule.all {
            guard let evidence = rule.evidence(facts) else { continue }
            verdict.mayAutoReply = !rule.forbidsAnswer
            verdict.rule = rule.id
            verdict.source = rule.source
            verdict.evidence = evidence
            break
        }
        // Whatever a program wrote gets no answer by a program, also where only its own words gave it away.
        guard verdict.mayAutoReply, verdict.verdict != .human, let ground = verdict.ground else { return }
        verdict.mayAutoReply = false
        verdict.rule = ground.rule
        verdict.source = ground.source
        verdict.evidence = ground.evidence
    }

    private static func absence(_ facts: MailFacts) -> Absence? {
        let content = facts.message.content
        let offset = facts.first(.date).map(ZoneOffset.seconds) ?? 0
        return AbsenceFinder.find(
            subject: content.subject,
            text: facts.newText.isEmpty ? content.text : facts.newText,
            isKnown: AutoReplySubject(content.subject) != nil || facts.evidence(.appleAction) != nil,
            sent: content.date.map { CalendarDay($0, offset: offset) }
        )
    }
}

enum ZoneOffset {
    /// Seconds that the zone of a `Date` field is ahead of UTC (RFC 5322 §3.3); 0 where none is given in digits.
    static func seconds(_ date: String) -> Int {
        guard let sign = date.utf8.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) else {
            return 0
        }
        let digits = date[date.utf8.index(after: sign)...].prefix(4)
        guard digits.utf8.count == 4, let value = Int(digits), value / 100 <= 14, value % 100 < 60 else { return 0 }
        return (value / 100 * 3600 + value % 100 * 60) * (date.utf8[sign] == UInt8(ascii: "-") ? -1 : 1)
    }
}
