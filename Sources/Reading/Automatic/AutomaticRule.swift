import Model

/// One rule by which no automatic mail may answer a message: a pure function with its id and source.
struct AutomaticRule: Sendable {
    /// `N1` to `N21`.
    let id: String
    let source: String
    /// False for the rule on read receipts, which says nothing of other answers.
    let forbidsAnswer: Bool
    /// What matched, as it stood in the message; nil where the rule does not apply.
    let evidence: @Sendable (MailFacts) -> String?

    init(
        _ id: String,
        _ source: String,
        forbidsAnswer: Bool = true,
        evidence: @escaping @Sendable (MailFacts) -> String?
    ) {
        self.id = id
        self.source = source
        self.forbidsAnswer = forbidsAnswer
        self.evidence = evidence
    }

    /// In the order in which they are tried; the first match gives rule, source and evidence of the verdict.
    ///
    /// N7 and N17 are missing: they need counts of what was sent, and are `AutomaticMailLimits`, which the store checks in
    /// the transaction that queues the mail.
    static let all: [Self] = [
        .returnPath, .autoSubmitted, .listFields, .precedence, .roleSender, .notAddressedToUs, .report, .ourOwnMail,
        .ourLoopMark, .filtered, .malformed, .receivedCount, .responseSuppressed, .vendorMarks, .subject,
        .notAuthenticated, .historic, .closedContent, .receiptRequested,
    ]
}
