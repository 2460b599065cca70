/// Whether a message was written by a program, and whether a program may answer it: two facts that are kept apart, each
/// with its rule, source and evidence.
package struct AutomaticVerdict: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case human
        case autoReply = "auto-reply"
        case bounce
        case deliveryReport = "delivery-report"
        case report
        case list
    }

    /// What sort of automatic mail it is, where that can be told.
    package enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        /// Somebody is away.
        case absence
        /// "We have received your message".
        case acknowledgement
        /// A filter that wants to be answered before it lets mail through.
        case challenge
        case failed
        case delayed
        case delivered
        /// Handed on to a system that sends no reports.
        case relayed
        /// Delivered to a list of addresses.
        case expanded
        /// RFC 8098: shown, deleted or refused by the recipient's program.
        case readReceipt = "read-receipt"
        /// RFC 5965: a reader called our mail spam, or unsubscribed by a button.
        case complaint
        /// An invitation accepted or declined by a click.
        case calendarReply = "calendar-reply"
        /// Written by a machine that watches machines.
        case monitoring
    }

    /// The rule, source and evidence of one fact.
    package struct Ground: Hashable, Sendable, Codable {
        package var rule: String
        package var source: String
        package var evidence: String

        package init(rule: String, source: String, evidence: String) {
            self.rule = rule
            self.source = source
            self.evidence = evidence
        }
    }

    package var verdict: Kind
    /// nil for people and lists, and where nothing tells.
    package var form: Form?
    /// Why the verdict is what it is; nil for people.
    package var ground: Ground?
    /// False as soon as one rule forbids an automatic answer. The message itself enters the queue all the same.
    package var mayAutoReply: Bool
    /// The rule that decided whether a program may answer, `N1` to `N21`; empty where none matched.
    package var rule: String
    /// Where the rule comes from, such as `RFC 3834 §2`.
    package var source: String
    /// The header field or fact that decided, as it stood.
    package var evidence: String

    package init(
        verdict: Kind,
        form: Form? = nil,
        ground: Ground? = nil,
        mayAutoReply: Bool,
        rule: String = "",
        source: String = "",
        evidence: String = ""
    ) {
        self.verdict = verdict
        self.form = form
        self.ground = ground
        self.mayAutoReply = mayAutoReply
        self.rule = rule
        self.source = source
        self.evidence = evidence
    }
}
