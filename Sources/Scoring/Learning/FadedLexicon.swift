/// Hand-set weights as they stand beside the learned ones of a language, faded by its examples.
struct FadedLexicon: Sendable {
    /// Those with examples first, then those that only the lexicon knows.
    let labels: [String]
    /// What part of a weight that is not pinned counts, by the lexicon's labels in its order.
    let shares: [Double]
    private let places: [String: Int]

    init(_ own: [String], beside learned: [String], examples: [Int]) {
        let known = Set(learned)
        labels = learned + own.filter { !known.contains($0) }
        places = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
        let counts = Dictionary(uniqueKeysWithValues: zip(learned, examples))
        shares = own.map { Fading.share(examples: counts[$0] ?? 0) }
    }

    /// What was found, by the place of its label in `labels`.
    func placed(_ scores: [LabelScore]) -> [(label: Int, score: LabelScore)] {
        scores.compactMap { score in places[score.label].map { ($0, score) } }
    }
}
