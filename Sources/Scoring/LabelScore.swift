package import Model

/// A label with what was found for it.
package struct LabelScore: Hashable, Sendable {
    package let label: String
    /// The sum of the weights of the evidence, added in its order.
    package let score: Double
    /// In the order of the text.
    package let evidence: [Evidence]

    package init(label: String, evidence: [Evidence]) {
        self.label = label
        self.evidence = evidence.sorted { ($0.start, $0.end, $0.keyword) < ($1.start, $1.end, $1.keyword) }
        score = self.evidence.reduce(0) { $0 + $1.weight }
    }
}

extension LabelScore: Comparable {
    /// Highest score first; equal scores by id, so that the order never depends on chance.
    package static func < (a: Self, b: Self) -> Bool {
        a.score == b.score ? a.label < b.label : a.score > b.score
    }
}
