/// The rows that have a say about one label, made ready to be fitted once or several times.
struct LabelProblem {
    /// How many parts the rows are divided into to score each by a fit of the others.
    static let folds: UInt8 = 5
    /// The fold of hints: every fit learns from them, and none is measured on them.
    static let noFold = UInt8.max

    private let matrix: FeatureMatrix
    /// By their rows in `matrix`.
    private let examples: [DualCoordinateDescent.Example]
    /// The fold of each example.
    private let foldOfExample: [UInt8]
    private var multipliers: [Double]

    struct Weights {
        let bias: Double
        /// By feature, most of them 0.
        let values: [Double]
        /// The features with a weight.
        let features: [Int32]
    }

    /// - Parameter folds: the fold of each row of the matrix.
    init(_ matrix: FeatureMatrix, _ examples: [DualCoordinateDescent.Example], folds: [UInt8]) {
        self.init(matrix, examples, foldOfExample: examples.map { folds[Int($0.row)] })
    }

    private init(_ matrix: FeatureMatrix, _ examples: [DualCoordinateDescent.Example], foldOfExample: [UInt8]) {
        self.matrix = matrix
        self.examples = examples
        self.foldOfExample = foldOfExample
        multipliers = Array(repeating: 0, count: examples.count)
    }

    /// Fits all examples. Leaves the weights in `weights`, which holds zeros.
    /// - Returns: the bias.
    mutating func fit(into weights: inout [Double]) -> Double {
        weights.withUnsafeMutableBufferPointer { weights in
            matrix.withRows { DualCoordinateDescent.fit(examples, of: $0, from: &multipliers, into: weights) }
        }
    }

    /// Fits the examples of all other folds, beginning at the fit of all.
    func weights(without fold: UInt8, width: Int) -> Weights {
        let kept = examples.indices.filter { foldOfExample[$0] != fold }
        var start = kept.map { multipliers[$0] }
        let others = kept.map { examples[$0] }
        var values = Array(repeating: 0.0, count: width)
        let bias = values.withUnsafeMutableBufferPointer { weights in
            matrix.withRows { DualCoordinateDescent.fit(others, of: $0, from: &start, into: weights) }
        }
        return Weights(bias: bias, values: values, features: features(in: values))
    }

    /// The features with a weight, in order.
    func features(in weights: [Double]) -> [Int32] {
        weights.indices.lazy.filter { weights[$0] != 0 }.map(Int32.init)
    }

    /// The same rows with some of the features only, which are numbered anew in their order.
    func restricted(to features: [Int32]) -> LabelProblem {
        var places = Array(repeating: Int32(-1), count: matrix.featureCount)
        for (place, feature) in features.enumerated() { places[Int(feature)] = Int32(place) }
        var small = FeatureMatrix(featureCount: features.count)
        var smaller: [DualCoordinateDescent.Example] = []
        for (place, example) in examples.enumerated() {
            let square = small.appendRow(Int(example.row), of: matrix, places: places)
            let row = Int32(place)
            smaller.append(.init(row: row, isPositive: example.isPositive, slack: example.slack, square: square))
        }
        return LabelProblem(small, smaller, foldOfExample: foldOfExample)
    }
}

extension FeatureMatrix {
    /// Appends what a row of another matrix has at `places` of 0 and more.
    /// - Returns: the square of its length.
    fileprivate mutating func appendRow(_ row: Int, of other: FeatureMatrix, places: [Int32]) -> Double {
        var square = 0.0
        for entry in other[row] {
            let place = places[Int(entry.feature)]
            guard place >= 0 else { continue }
            append(place, Double(entry.value))
            square += Double(entry.value) * Double(entry.value)
        }
        endRow()
        return square
    }
}
