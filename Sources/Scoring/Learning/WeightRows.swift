/// The weights of each feature for the labels that have one, end to end.
struct WeightRows: Sendable {
    private struct Entry {
        let label: Int32
        /// In hundredths.
        let weight: Int32
    }

    private var starts: [Int32]
    /// In the order of labels within each feature.
    private var entries: [Entry]

    init(_ learned: [LearnedLabel], features: [String: Int32], count: Int) {
        starts = Array(repeating: 0, count: count + 1)
        for phrase in learned.lazy.flatMap(\.weights.keys) {
            if let feature = features[phrase] { starts[Int(feature) + 1] += 1 }
        }
        for feature in 0..<count { starts[feature + 1] += starts[feature] }
        entries = Array(repeating: Entry(label: 0, weight: 0), count: Int(starts[count]))
        var next = starts
        for (label, entry) in learned.enumerated() {
            for (phrase, weight) in entry.weights {
                guard let feature = features[phrase] else { continue }
                let entry = Entry(label: Int32(label), weight: Int32((weight * 100).rounded()))
                entries[Int(next[Int(feature)])] = entry
                next[Int(feature)] += 1
            }
        }
    }

    /// The same rows with some weights changed, and new ones where there were none.
    func adding(_ changes: [Int32: [(label: Int32, change: Int32)]]) -> WeightRows {
        var copy = self
        copy.starts = [0]
        copy.entries = []
        for feature in 0..<Int32(starts.count - 1) {
            copy.append(feature, of: self, changes[feature] ?? [])
            copy.starts.append(Int32(copy.entries.count))
        }
        return copy
    }

    /// - Parameter changes: in the order of labels.
    private mutating func append(_ feature: Int32, of other: WeightRows, _ changes: [(label: Int32, change: Int32)]) {
        let range = Int(other.starts[Int(feature)])..<Int(other.starts[Int(feature) + 1])
        guard !changes.isEmpty else {
            return entries.append(contentsOf: other.entries[range])
        }
        var row = Dictionary(uniqueKeysWithValues: other.entries[range].map { ($0.label, $0.weight) })
        for (label, change) in changes { row[label, default: 0] += change }
        for (label, weight) in row.sorted(by: { $0.key < $1.key }) where weight != 0 {
            entries.append(Entry(label: label, weight: weight))
        }
    }

    /// The number of weights.
    var count: Int { entries.count }

    /// What the structure takes in memory.
    var bytes: Int { 4 * starts.count + 8 * entries.count }

    func weight(of feature: Int32, for label: Int) -> Int32 {
        let range = Int(starts[Int(feature)])..<Int(starts[Int(feature) + 1])
        return entries[range].first { $0.label == label }?.weight ?? 0
    }

    /// Adds each label's parts for features of these values.
    func add(_ hits: [ReadFeatures.Hit], values: [Int64], to scores: inout [Int32]) {
        scores.withUnsafeMutableBufferPointer { scores in
            entries.withUnsafeBufferPointer { entries in
                for (hit, value) in zip(hits, values) {
                    for place in Int(starts[Int(hit.feature)])..<Int(starts[Int(hit.feature) + 1]) {
                        let entry = entries[place]
                        scores[Int(entry.label)] &+= Self.part(entry.weight, value)
                    }
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
