import Model

/// How much evidence stands in which part of a text: a look at a part costs the same however much there is.
struct EvidenceSums {
    private let starts: [Int]
    /// The weight of everything before the evidence of the same index; one more than there is evidence.
    private let before: [Double]

    init(_ evidence: [Evidence]) {
        self.init(places: evidence.map { ($0.start, $0.weight) })
    }

    /// - Parameter places: where evidence begins, and its weight.
    init(places: [(start: Int, weight: Double)]) {
        let sorted = places.sorted { $0.start < $1.start }
        starts = sorted.map(\.start)
        before = sorted.reduce(into: [0]) { sums, next in sums.append((sums.last ?? 0) + next.weight) }
    }

    var total: Double { before.last ?? 0 }

    /// The weight of what begins in the range.
    func weight(in range: Range<Int>) -> Double {
        before[index(of: range.upperBound)] - before[index(of: range.lowerBound)]
    }

    /// Whether some begins in the range.
    func begin(in range: Range<Int>) -> Bool {
        index(of: range.lowerBound) < index(of: range.upperBound)
    }

    /// The first that begins there or later.
    private func index(of place: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
