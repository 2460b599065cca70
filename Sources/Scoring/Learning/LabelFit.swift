/// What was fitted for one label, in margins: 2 is where its own messages are pulled to, 0 where all others are.
struct LabelFit: Sendable {
    /// A feature's number in the matrix, and its weight.
    struct Weight: Hashable, Sendable {
        let feature: Int32
        let value: Double
    }

    let bias: Double
    /// In the order of the features.
    let weights: [Weight]
    /// What each of the rows to score gets from a fit that has not seen it.
    let unseen: [Float]

    func scaled(by share: Double) -> LabelFit {
        LabelFit(
            bias: bias * share,
            weights: weights.map { Weight(feature: $0.feature, value: $0.value * share) },
            unseen: unseen.map { $0 * Float(share) }
        )
    }

    /// The features that move scores most, in their order.
    /// - Parameter reach: how much a weight of 1 for each feature moves scores in all.
    func strongest(_ limit: Int, reach: [Double]) -> [Int32] {
        guard weights.count > limit else { return weights.map(\.feature) }
        // Equals are told apart by the feature, so that sorting has one outcome.
        let order = weights.sorted {
            let (a, b) = (abs($0.value) * reach[Int($0.feature)], abs($1.value) * reach[Int($1.feature)])
            return a == b ? $0.feature < $1.feature : a > b
        }
        return order.prefix(limit).map(\.feature).sorted()
    }
}
