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
        self.evidence = evidence.count < 2 ? evidence : evidence.sorted(by: Self.stands(_:before:))
        score = self.evidence.reduce(0) { $0 + $1.weight }
    }

    /// - Parameter ordered: in the order of the text already.
    init(label: String, ordered: [Evidence]) {
        self.label = label
        evidence = ordered
        score = ordered.reduce(0) { $0 + $1.weight }
    }

    private static func stands(_ a: Evidence, before b: Evidence) -> Bool {
        (a.start, a.end, a.keyword) < (b.start, b.end, b.keyword)
    }
}

extension LabelScore: Comparable {
    /// Highest score first; equal scores by id, so that the order never depends on chance.
    package static func < (a: Self, b: Self) -> Bool {
        a.score == b.score ? a.label < b.label : a.score > b.score
    }
}
