package import Model

/// How grave each check is, and what a finding costs.
package struct CharterScale: Hashable, Sendable {
    /// By check; one that is not here is a warning, one with nil is off.
    package var severities: [String: Finding.Severity?]
    /// By check, 0 to 100; else as its severity costs.
    package var costs: [String: Int]

    package init(severities: [String: Finding.Severity?] = Self.usual, costs: [String: Int] = [:]) {
        self.severities = severities
        self.costs = costs
    }

    /// What would really hurt a customer blocks; what may be meant well does not.
    package static let usual: [String: Finding.Severity?] = [
        "leftover_placeholder": .block, "wrong_name_or_language": .block, "refusal_without_alternative": .block,
        "contradicts_circumstance": .block, "asks_again": .block, "unanswered_ask": .block, "blame": .block,
        "not_ahead": .hint, "jargon": .hint, "too_complex": .hint, "we_over_you": .hint,
    ]

    /// nil for a check that is off.
    package func severity(of check: String) -> Finding.Severity? {
        severities[check] ?? .warn
    }

    /// 100 less what each finding costs, never below 0.
    package func score(of findings: [Finding]) -> Int {
        max(0, 100 - findings.reduce(0) { $0 + cost(of: $1) })
    }

    /// What one finding takes off the score.
    package func cost(of finding: Finding) -> Int {
        if let cost = costs[finding.check] { return cost }
        return switch finding.severity {
        case .block: 30
        case .warn: 10
        case .hint: 3
        }
    }
}
