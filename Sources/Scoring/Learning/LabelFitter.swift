/// Fits one label after the other on the same rows. Each label's fit depends on nothing but the rows, so that labels
/// may be shared out to several fitters.
struct LabelFitter {
    /// What all labels' fits read.
    struct Rows: Sendable {
        let matrix: FeatureMatrix
        let postings: FeaturePostings
        let squares: [Double]
        let messages: LabelledRows
        /// The rows as they look to a model that has not learned from them.
        let unseen: FeatureMatrix
        /// The rows to score by models that have not learned from them.
        let scored: [Int32]

        init(_ matrix: FeatureMatrix, _ messages: LabelledRows, unseen: FeatureMatrix, scored: [Int32]) {
            self.matrix = matrix
            postings = FeaturePostings(matrix)
            squares = matrix.squares()
            self.messages = messages
            self.unseen = unseen
            self.scored = scored
        }
    }

    private let rows: Rows
    private var weights: [Double]
    /// The last label for which a row or feature was looked at.
    private var seenRows: [Int32]
    private var seenFeatures: [Int32]

    init(_ rows: Rows) {
        self.rows = rows
        weights = Array(repeating: 0, count: rows.matrix.featureCount)
        seenRows = Array(repeating: -1, count: rows.matrix.count)
        seenFeatures = Array(repeating: -1, count: rows.matrix.featureCount)
    }

    /// - Parameters:
    ///   - positives: the rows of the label, in order.
    ///   - features: the only ones that may have weights, in order; nil for all.
    mutating func fit(_ label: Int32, positives: [Int32], features: [Int32]? = nil) -> LabelFit {
        let all = LabelProblem(rows.matrix, examples(of: label, positives), folds: rows.messages.folds)
        guard let features else { return fit(all, width: rows.matrix.featureCount) { $0 } }
        return fit(all.restricted(to: features), width: features.count) { features[Int($0)] }
    }

    private mutating func fit(_ problem: LabelProblem, width: Int, number: (Int32) -> Int32) -> LabelFit {
        var problem = problem
        var small = Array(repeating: 0.0, count: width)
        let bias = problem.fit(into: &small)
        let fitted = problem.features(in: small).map {
            LabelFit.Weight(feature: number($0), value: small[Int($0)])
        }
        var unseen = Array(repeating: Float(0), count: rows.scored.count)
        guard !rows.scored.isEmpty else { return LabelFit(bias: bias, weights: fitted, unseen: []) }
        for fold in 0..<LabelProblem.folds {
            let weights = problem.weights(without: fold, width: width)
            for feature in weights.features { self.weights[Int(number(feature))] = weights.values[Int(feature)] }
            score(fold, bias: weights.bias, into: &unseen)
            for feature in weights.features { self.weights[Int(number(feature))] = 0 }
        }
        return LabelFit(bias: bias, weights: fitted, unseen: unseen)
    }

    private mutating func score(_ fold: UInt8, bias: Double, into scores: inout [Float]) {
        weights.withUnsafeMutableBufferPointer { weights in
            rows.unseen.withRows { view in
                for (place, row) in rows.scored.enumerated() where rows.messages.folds[Int(row)] == fold {
                    scores[place] = Float(view.dot(row, weights) + bias)
                }
            }
        }
    }

    /// The rows that share a feature with one of the label, in order.
    ///
    /// Others cannot be on the wrong side as long as the bias is below 1: their value is the bias less 1 and what the
    /// features add that only rows of other labels have, which is never above 0.
    private mutating func examples(of label: Int32, _ positives: [Int32]) -> [DualCoordinateDescent.Example] {
        var related: [Int32] = []
        for positive in positives {
            for entry in rows.matrix[Int(positive)] {
                guard seenFeatures[Int(entry.feature)] != label else { continue }
                seenFeatures[Int(entry.feature)] = label
                for row in rows.postings[entry.feature] where seenRows[Int(row)] != label {
                    seenRows[Int(row)] = label
                    related.append(row)
                }
            }
        }
        return related.sorted().map {
            .init(
                row: $0,
                isPositive: rows.messages.labels[Int($0)] == label,
                weight: rows.messages.weights[Int($0)],
                square: rows.squares[Int($0)]
            )
        }
    }
}
