/// The weights of each feature for the labels that have one, end to end.
struct WeightRows: Sendable {
    private var starts: [Int32]
    /// In the order of labels within each feature.
    private var labels: [Int32] = []
    /// In hundredths.
    private var weights: [Int32] = []

    init(_ learned: [LearnedLabel], features: [String: Int32], count: Int) {
        starts = Array(repeating: 0, count: count + 1)
        for phrase in learned.lazy.flatMap(\.weights.keys) {
            if let feature = features[phrase] { starts[Int(feature) + 1] += 1 }
        }
        for feature in 0..<count { starts[feature + 1] += starts[feature] }
        labels = Array(repeating: 0, count: Int(starts[count]))
        weights = labels
        var next = starts
        for (label, entry) in learned.enumerated() {
            for (phrase, weight) in entry.weights {
                guard let feature = features[phrase] else { continue }
                let place = Int(next[Int(feature)])
                labels[place] = Int32(label)
                weights[place] = Int32((weight * 100).rounded())
                next[Int(feature)] += 1
            }
        }
    }

    /// The same rows with some weights changed, and new ones where there were none.
    func adding(_ changes: [Int32: [(label: Int32, change: Int32)]]) -> WeightRows {
        var copy = self
        copy.starts = [0]
        copy.labels = []
        copy.weights = []
        for feature in 0..<Int32(starts.count - 1) {
            copy.append(feature, of: self, changes[feature] ?? [])
            copy.starts.append(Int32(copy.labels.count))
        }
        return copy
    }

    /// - Parameter changes: in the order of labels.
    private mutating func append(_ feature: Int32, of other: WeightRows, _ changes: [(label: Int32, change: Int32)]) {
        let range = Int(other.starts[Int(feature)])..<Int(other.starts[Int(feature) + 1])
        guard !changes.isEmpty else {
            labels.append(contentsOf: other.labels[range])
            weights.append(contentsOf: other.weights[range])
            return
        }
        var row = Dictionary(uniqueKeysWithValues: zip(other.labels[range], other.weights[range]))
        for (label, change) in changes { row[label, default: 0] += change }
        for (label, weight) in row.sorted(by: { $0.key < $1.key }) where weight != 0 {
            labels.append(label)
            weights.append(weight)
        }
    }

    /// The number of weights.
    var count: Int { weights.count }

    /// What the structure takes in memory.
    var bytes: Int { 4 * (starts.count + labels.count + weights.count) }

    func weight(of feature: Int32, for label: Int) -> Int32 {
        let range = Int(starts[Int(feature)])..<Int(starts[Int(feature) + 1])
        guard let place = labels[range].firstIndex(of: Int32(label)) else { return 0 }
        return weights[place]
    }

    /// Adds each label's part for a feature of this value.
    func add(_ feature: Int32, value: Int64, to scores: inout [Int32]) {
        let range = Int(starts[Int(feature)])..<Int(starts[Int(feature) + 1])
        scores.withUnsafeMutableBufferPointer { scores in
            labels.withUnsafeBufferPointer { labels in
                weights.withUnsafeBufferPointer { weights in
                    for place in range { scores[Int(labels[place])] &+= Self.part(weights[place], value) }
                }
            }
        }
    }

    /// A weight's part in `Evidence.unit`, for a fixed-point value.
    static func part(_ weight: Int32, _ value: Int64) -> Int32 {
        Int32(
            truncatingIfNeeded: (Int64(weight) &* value &+ 1 << (LanguageModel.valueBits - 1))
                >> LanguageModel.valueBits
        )
    }
}
