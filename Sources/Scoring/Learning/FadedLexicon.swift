import Model

/// Hand-set weights as they stand beside the learned ones of a language, faded by its examples.
struct FadedLexicon: Sendable {
    /// Those with examples first, then those that only the lexicon knows.
    let labels: [String]
    /// What part of a weight that is not pinned counts, by the lexicon's labels in its order.
    let shares: [Double]
    /// By the lexicon's labels: their places in `labels`.
    private let places: [Int]

    init(_ own: [String], beside learned: [String], examples: [Int]) {
        let known = Set(learned)
        let labels = learned + own.filter { !known.contains($0) }
        let places = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
        let counts = Dictionary(uniqueKeysWithValues: zip(learned, examples))
        shares = own.map { Fading.share(examples: counts[$0] ?? 0) }
        // Every one of them is a label.
        self.places = own.compactMap { places[$0] }
        self.labels = labels
    }

    /// What was found, by the place of its label in `labels`.
    func sums(of found: FoundKeywords) -> [(label: Int, sum: Double)] {
        found.sums(of: 0, shares: shares).map { (places[$0.label], $0.sum) }
    }

    /// What was found for a label by its place in `labels`, in the order of the text.
    func evidence(of found: FoundKeywords, for label: Int) -> [Evidence] {
        places.firstIndex(of: label).map { found.evidence(of: 0, label: $0, shares: shares) } ?? []
    }
}
