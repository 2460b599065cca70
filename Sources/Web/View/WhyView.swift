import Model

/// Why the draft is as it is: intents, the words that spoke for them, and what was found out about automatic mail.
struct WhyView: Sendable {
    struct Bar: Sendable {
        var intent: String
        var percent: Int
        var isBest: Bool
        /// The words that spoke for it; nil where there is none to show.
        var words: String?
    }

    /// An ask, a circumstance or a fact, in the customer's words.
    struct Line: Sendable {
        var kind: String
        var text: String
    }

    struct Automatic: Sendable {
        var verdict: String
        var rule: String?
        var source: String?
        var evidence: String?
    }

    var bars: [Bar]
    var hasBars: Bool
    var abstained: Bool
    var language: String
    var asks: [Line]
    var hasAsks: Bool
    var circumstances: [Line]
    var hasCircumstances: Bool
    var facts: [Line]
    var hasFacts: Bool
    /// How it stands with the customer, each in a few words; what most needs a person first.
    var signals: [String]
    var hasSignals: Bool
    var automatic: Automatic?
    var bounce: String?

    init(_ reading: Reading) {
        bars = reading.intents.prefix(4).filter { $0.confidence >= 0.005 || reading.abstained }.enumerated().map {
            rank,
            intent in
            Bar(
                intent: intent.intent,
                percent: Int((min(1, max(0, intent.confidence)) * 100).rounded()),
                isBest: rank == 0,
                words: Self.words(intent.evidence)
            )
        }
        hasBars = !bars.isEmpty
        abstained = reading.abstained
        language = reading.language
        asks = reading.asks.map { Line(kind: $0.kind.rawValue, text: $0.span.text) }
        hasAsks = !asks.isEmpty
        circumstances = reading.circumstances.map { Line(kind: $0.kind.words, text: $0.span.text) }
        hasCircumstances = !circumstances.isEmpty
        facts = reading.facts.map { Line(kind: $0.kind.words, text: $0.value) }
        hasFacts = !facts.isEmpty
        signals = reading.signals.words
        hasSignals = !signals.isEmpty
        automatic = Automatic(reading.automatic)
        bounce = reading.bounce.map(Self.words)
    }

    private static func words(_ evidence: [Evidence]) -> String? {
        guard !evidence.isEmpty else { return nil }
        return evidence.prefix(6).map { part in
            let mend = part.mendedFrom.map { " (for “\($0)”)" } ?? ""
            return "“\(part.keyword)”\(mend) \(Weight.text(part.weight))"
        }
        .joined(separator: ", ")
    }

    private static func words(_ bounce: Bounce) -> String {
        let whom = bounce.recipient ?? "the recipient"
        let status = bounce.status.map { " (\($0))" } ?? ""
        let reason = bounce.reason.map { ": \($0)" } ?? ""
        return "Delivery to \(whom) \(bounce.isPermanent ? "failed for good" : "is delayed")\(status)\(reason)"
    }
}

extension WhyView.Automatic {
    /// nil where nothing is worth saying: a person wrote it, and no rule stands in the way.
    init?(_ verdict: AutomaticVerdict) {
        guard verdict.verdict != .human || !verdict.rule.isEmpty else { return nil }
        let kind =
            verdict.verdict == .human ? "Written by a person" : "Written by a program (\(verdict.verdict.rawValue))"
        self.verdict = kind + (verdict.mayAutoReply ? "" : "; gets no automatic answer")
        rule = verdict.rule.isEmpty ? nil : verdict.rule
        source = verdict.source.isEmpty ? nil : verdict.source
        evidence = verdict.evidence.isEmpty ? nil : verdict.evidence
    }
}
