/// One thing that the charter has to say about a reply.
package struct Finding: Hashable, Sendable, Codable {
    package enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        case hint
        case warn
        /// Keeps a reply from being released.
        case block

        package static func < (a: Self, b: Self) -> Bool {
            allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0
        }
    }

    /// The id of the check, such as `no_next_step`.
    package var check: String
    package var severity: Severity
    /// In Unicode scalars of the text that was checked; empty, at its end, for what is missing.
    package var span: TextSpan
    /// What to do instead, in one sentence.
    package var message: String

    package init(_ check: String, _ severity: Severity, _ span: TextSpan, message: String) {
        self.check = check
        self.severity = severity
        self.span = span
        self.message = message
    }
}

/// What the charter says of a reply as a whole.
package struct CharterReport: Hashable, Sendable {
    /// In the order of their spans.
    package var findings: [Finding]
    /// 100 less what each finding costs, never below 0: no finding, no loss.
    package var score: Int
    /// Each ask of the message with the sentence that answers it.
    package var answers: [AnsweredAsk]

    package init(findings: [Finding], score: Int, answers: [AnsweredAsk] = []) {
        self.findings = findings
        self.score = score
        self.answers = answers
    }

    package var isBlocked: Bool {
        findings.contains { $0.severity == .block }
    }
}

/// An ask of the customer's, and where the reply answers it.
package struct AnsweredAsk: Hashable, Sendable {
    package var ask: Ask
    /// In Unicode scalars of the reply; nil where nothing answers it.
    package var answer: TextSpan?

    package init(ask: Ask, answer: TextSpan?) {
        self.ask = ask
        self.answer = answer
    }
}
