import Model
import Scoring

/// A keyword as it counts where it stands.
struct WeighedKeyword {
    var label: SignalReader.Label
    var keyword: String
    var weight: Double
    /// In scalars, with the negation before it.
    var range: Range<Int>
    var sentence: Int
    /// Whether a negation stands before it.
    var isTurned = false
}

/// What the lexicon found, weighed by what stands before it: "not", "very".
struct FoundSignals {
    let map: ClauseMap
    /// Of the labels of which something was found.
    private let found: [(label: SignalReader.Label, evidence: [Evidence])]

    init(_ scores: [LabelScore], in map: ClauseMap) {
        self.map = map
        found = scores.compactMap { score in
            guard let label = SignalReader.Label(rawValue: score.label) else { return nil }
            guard label.canBeName else { return (label, score.evidence) }
            return (label, score.evidence.filter { !map.isQuoted($0.start..<$0.end) && !map.isName($0) })
        }
    }

    private func evidence(_ label: SignalReader.Label) -> [Evidence] {
        found.first { $0.label == label }?.evidence ?? []
    }

    /// Every place of every keyword of the label.
    func all(_ label: SignalReader.Label) -> [WeighedKeyword] {
        evidence(label).map { weighed($0, as: label) }
    }

    /// Every keyword of the label once, where it stands first; once more where it is turned round elsewhere.
    func once(_ label: SignalReader.Label) -> [WeighedKeyword] {
        let all = all(label)
        guard all.count > 1 else { return all }
        var turned: Set<String> = []
        var straight: Set<String> = []
        return all.filter {
            $0.isTurned ? turned.insert($0.keyword).inserted : straight.insert($0.keyword).inserted
        }
    }

    private func weighed(_ found: Evidence, as label: SignalReader.Label) -> WeighedKeyword {
        let range = found.start..<found.end
        var each = WeighedKeyword(
            label: label,
            keyword: found.keyword,
            weight: found.weight,
            range: range,
            sentence: map.sentence(at: found.start)
        )
        // A day stays a day: "if it is not here tomorrow" is no less pressing.
        guard found.weight > 0, label != .urgency || found.weight >= 2 else { return each }
        if label == .positive || label == .negative, intensifies(range) {
            each.weight *= SignalThresholds.intensified
        }
        if let reach = label.reachOfNegation, let negation = negation(before: range, within: reach, as: label) {
            each.weight *= label == .negative ? 0 : -1
            each.range = negation.start..<found.end
            each.isTurned = true
        }
        return each
    }

    private func intensifies(_ range: Range<Int>) -> Bool {
        last(.intensity, before: range.lowerBound).map { range.lowerBound - $0.end <= 2 } ?? false
    }

    /// "Not happy", but not "never so bad" and not what stands in another clause.
    private func negation(before range: Range<Int>, within reach: Int, as label: SignalReader.Label) -> Evidence? {
        guard let negation = last(.negation, before: range.lowerBound), range.lowerBound - negation.end <= reach,
            map.clause(at: negation.start) == map.clause(at: range.lowerBound)
        else { return nil }
        return label == .negative && intensifies(range) ? nil : negation
    }

    /// The last keyword of the label that ends before the place.
    private func last(_ label: SignalReader.Label, before place: Int) -> Evidence? {
        let all = evidence(label)
        return all[..<all.partitioningIndex { $0.start >= place }].suffix(4).last { $0.end <= place }
    }
}

extension SignalReader.Label {
    fileprivate var canBeName: Bool { self != .negation && self != .intensity && self != .emphasis }

    /// How far before a keyword a negation turns it round, in scalars: some two or three short words. nil where it never
    /// does.
    fileprivate var reachOfNegation: Int? {
        switch self {
        case .positive: 20
        case .negative: 10
        case .urgency, .churn, .publicComplaint: 16
        default: nil
        }
    }
}
