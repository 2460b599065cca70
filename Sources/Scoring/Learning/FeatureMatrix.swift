/// Messages as rows of feature values, end to end.
struct FeatureMatrix: Sendable {
    struct Entry {
        let feature: Int32
        /// Single precision is plenty for a value, and a pass over all rows takes as long as their memory is large.
        let value: Float
    }

    private(set) var starts: [Int32] = [0]
    private(set) var entries: [Entry] = []
    let featureCount: Int

    init(featureCount: Int) {
        self.featureCount = featureCount
    }

    var count: Int { starts.count - 1 }

    subscript(row: Int) -> ArraySlice<Entry> {
        entries[Int(starts[row])..<Int(starts[row + 1])]
    }

    /// Adds to the row in work.
    mutating func append(_ feature: Int32, _ value: Double) {
        entries.append(Entry(feature: feature, value: Float(value)))
    }

    mutating func endRow() {
        starts.append(Int32(entries.count))
    }

    /// The square root of each feature's sum of squares: how much its weight moves scores.
    func reach() -> [Double] {
        var sums = Array(repeating: 0.0, count: featureCount)
        for entry in entries { sums[Int(entry.feature)] += Double(entry.value) * Double(entry.value) }
        return sums.map { $0.squareRoot() }
    }
}

/// The transposed pattern of a matrix.
struct FeaturePostings: Sendable {
    private var starts: [Int32]
    private var rows: [Int32]

    init(_ matrix: FeatureMatrix) {
        starts = Array(repeating: 0, count: matrix.featureCount + 1)
        rows = Array(repeating: 0, count: matrix.entries.count)
        for entry in matrix.entries { starts[Int(entry.feature) + 1] += 1 }
        for feature in 0..<matrix.featureCount { starts[feature + 1] += starts[feature] }
        var next = starts
        for row in 0..<matrix.count {
            for entry in matrix[row] {
                rows[Int(next[Int(entry.feature)])] = Int32(row)
                next[Int(entry.feature)] += 1
            }
        }
    }

    subscript(feature: Int32) -> ArraySlice<Int32> {
        rows[Int(starts[Int(feature)])..<Int(starts[Int(feature) + 1])]
    }
}
