import Model

/// Adds up what was found and decides.
struct SignalTally {
    private let found: FoundSignals
    private let positive: [WeighedKeyword]
    private let negative: [WeighedKeyword]
    private let urgency: [WeighedKeyword]
    private let emphasis: SignalEvidence?

    init(_ found: FoundSignals) {
        self.found = found
        negative = found.once(.negative)
        // Polite thanks below a complaint do not make it friendly.
        let isPolite = Self.sum(negative) < 1
        positive = found.once(.positive) + (isPolite ? found.once(.courtesy) : [])
        urgency = found.once(.urgency)
        emphasis = Self.emphasis(of: positive + negative + urgency, in: found)
    }

    var signals: Signals {
        let praise = praise
        let effort = found.once(.effort)
        let yes = [SignalReader.Label.distress, .churn, .publicComplaint].map(found.once)
        let counted = positive + negative + urgency + effort + yes.flatMap(\.self) + praise
        return Signals(
            sentiment: sentiment,
            urgency: degreeOfUrgency,
            effort: SignalThresholds.steps(Self.sum(effort), SignalThresholds.degree),
            distress: isYes(yes[0]),
            churnRisk: isYes(yes[1]),
            publicComplaintRisk: isYes(yes[2]),
            praisesPerson: !praise.isEmpty,
            evidence: counted.map(evidence) + [emphasis].compactMap(\.self)
        )
    }

    private static func sum(_ keywords: [WeighedKeyword]) -> Double {
        keywords.reduce(0) { $0 + $1.weight }
    }

    private func isYes(_ keywords: [WeighedKeyword]) -> Bool {
        Self.sum(keywords) >= SignalThresholds.yes
    }

    private var sentiment: Int {
        // Words that speak against a label make it nothing, not its opposite; a negation before a word does that.
        let good = Self.balance(positive)
        let bad = Self.balance(negative)
        var sum = (good - bad) * (emphasis == nil ? 1 : SignalThresholds.emphasised)
        // Many small troubles are no fury.
        if !negative.contains(where: { $0.weight >= SignalThresholds.strong }), positive.allSatisfy({ !$0.isTurned }) {
            sum = max(sum, -SignalThresholds.mildest)
        }
        let steps = SignalThresholds.steps(abs(sum), SignalThresholds.sentiment)
        return sum < 0 ? -steps : steps
    }

    /// The sum, of which what editors set against the label takes no more than speaks for it.
    private static func balance(_ keywords: [WeighedKeyword]) -> Double {
        let turned = keywords.filter { $0.isTurned }
        return max(sum(keywords.filter { !$0.isTurned }), 0) + sum(turned)
    }

    private var degreeOfUrgency: Int {
        let degree = SignalThresholds.steps(Self.sum(urgency), SignalThresholds.degree)
        return degree > 0 && emphasis != nil ? min(degree + 1, 3) : degree
    }

    private static func emphasis(of keywords: [WeighedKeyword], in found: FoundSignals) -> SignalEvidence? {
        if let mark = found.all(.emphasis).first {
            return SignalEvidence(
                signal: mark.label.rawValue,
                keyword: mark.keyword,
                weight: mark.weight,
                span: found.map.span(mark.range)
            )
        }
        let shouted = keywords.first { $0.weight > 0 && found.map.isShouted($0.range) }?.range ?? found.map.shout
        return shouted.map {
            let span = found.map.span($0)
            return SignalEvidence(signal: SignalReader.Label.emphasis.rawValue, keyword: "ABC", weight: 1, span: span)
        }
    }

    private func evidence(_ each: WeighedKeyword) -> SignalEvidence {
        SignalEvidence(
            signal: each.label.rawValue,
            keyword: each.keyword,
            weight: each.weight,
            span: found.map.span(each.range)
        )
    }

    /// The words of the sentences that praise a person.
    private var praise: [WeighedKeyword] {
        let words = bySentence(found.all(.praise))
        guard !words.isEmpty else { return [] }
        let good = bySentence(found.all(.positive))
        let bad = bySentence(found.all(.negative))
        return words.keys.sorted().flatMap { sentence -> [WeighedKeyword] in
            let own = words[sentence] ?? []
            let sentiment = Self.sum(good[sentence] ?? []) - Self.sum(bad[sentence] ?? [])
            let support = sentiment >= SignalThresholds.sentiment[0] ? 1.0 : 0
            return sentiment >= 0 && Self.sum(own) + support >= SignalThresholds.yes ? own : []
        }
    }

    /// Every keyword once a sentence.
    private func bySentence(_ keywords: [WeighedKeyword]) -> [Int: [WeighedKeyword]] {
        Dictionary(grouping: keywords, by: \.sentence).mapValues { sentence in
            var seen: Set<String> = []
            return sentence.filter { seen.insert($0.keyword).inserted }
        }
    }
}
