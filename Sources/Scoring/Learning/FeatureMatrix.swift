/// Messages as rows of feature values, side by side in three arrays.
struct FeatureMatrix: Sendable {
    private(set) var starts: [Int32] = [0]
    private(set) var features: [Int32] = []
    private(set) var values: [Double] = []
    let featureCount: Int

    init(featureCount: Int) {
        self.featureCount = featureCount
    }

    var count: Int { starts.count - 1 }

    func range(_ row: Int) -> Range<Int> {
        Int(starts[row])..<Int(starts[row + 1])
    }

    /// Adds to the row in work.
    mutating func append(_ feature: Int32, _ value: Double) {
        features.append(feature)
        values.append(value)
    }

    mutating func endRow() {
        starts.append(Int32(features.count))
    }

    /// The square root of each feature's sum of squares: how much its weight moves scores.
    func reach() -> [Double] {
        var sums = Array(repeating: 0.0, count: featureCount)
        for (feature, value) in zip(features, values) { sums[Int(feature)] += value * value }
        return sums.map { $0.squareRoot() }
    }
}

/// The transposed pattern of a matrix.
struct FeaturePostings: Sendable {
    private var starts: [Int32]
    private var rows: [Int32]

    init(_ matrix: FeatureMatrix) {
        starts = Array(repeating: 0, count: matrix.featureCount + 1)
        rows = Array(repeating: 0, count: matrix.features.count)
        for feature in matrix.features { starts[Int(feature) + 1] += 1 }
        for feature in 0..<matrix.featureCount { starts[feature + 1] += starts[feature] }
        var next = starts
        for row in 0..<matrix.count {
            for feature in matrix.features[matrix.range(row)] {
                rows[Int(next[Int(feature)])] = Int32(row)
                next[Int(feature)] += 1
            }
        }
    }

    subscript(feature: Int32) -> ArraySlice<Int32> {
        rows[Int(starts[Int(feature)])..<Int(starts[Int(feature) + 1])]
    }
}
