/// How it stands with the customer, each part with the words that speak for it.
package struct Signals: Hashable, Sendable, Codable {
    /// -2 (very bad) to 2 (very good); 0 where nothing speaks for either.
    package var sentiment: Int
    /// 0 (none) to 3 (at once).
    package var urgency: Int
    /// 0 (none) to 3: how much trouble the customer had to go to.
    package var effort: Int
    /// The customer suffers: a person should see it first.
    package var distress: Bool
    /// The customer speaks of leaving.
    package var churnRisk: Bool
    /// The customer speaks of reviews, press, lawyers or authorities.
    package var publicComplaintRisk: Bool
    /// A person of ours is praised.
    package var praisesPerson: Bool
    package var evidence: [SignalEvidence]

    package init(
        sentiment: Int = 0,
        urgency: Int = 0,
        effort: Int = 0,
        distress: Bool = false,
        churnRisk: Bool = false,
        publicComplaintRisk: Bool = false,
        praisesPerson: Bool = false,
        evidence: [SignalEvidence] = []
    ) {
        self.sentiment = sentiment
        self.urgency = urgency
        self.effort = effort
        self.distress = distress
        self.churnRisk = churnRisk
        self.publicComplaintRisk = publicComplaintRisk
        self.praisesPerson = praisesPerson
        self.evidence = evidence
    }
}

/// A keyword that spoke for a signal.
package struct SignalEvidence: Hashable, Sendable, Codable {
    /// The label in `config/signals.yaml`, such as `sentiment.negative`.
    package var signal: String
    package var keyword: String
    /// What it adds; negative where it speaks against the signal.
    package var weight: Double
    package var span: TextSpan

    package init(signal: String, keyword: String, weight: Double, span: TextSpan) {
        self.signal = signal
        self.keyword = keyword
        self.weight = weight
        self.span = span
    }
}
