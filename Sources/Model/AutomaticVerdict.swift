/// Whether a message was written by a program, and whether a program may answer it: two facts that are kept apart.
package struct AutomaticVerdict: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case human
        case autoReply = "auto-reply"
        case bounce
        case deliveryReport = "delivery-report"
        case report
        case list
    }

    package var verdict: Kind
    /// False as soon as one rule forbids an automatic answer. The message itself enters the queue all the same.
    package var mayAutoReply: Bool
    /// The rule that decided, `N1` to `N21`; empty where none matched.
    package var rule: String
    /// Where the rule comes from, such as `RFC 3834 §2`.
    package var source: String
    /// The header field or fact that decided, as it stood.
    package var evidence: String

    package init(verdict: Kind, mayAutoReply: Bool, rule: String = "", source: String = "", evidence: String = "") {
        self.verdict = verdict
        self.mayAutoReply = mayAutoReply
        self.rule = rule
        self.source = source
        self.evidence = evidence
    }
}
