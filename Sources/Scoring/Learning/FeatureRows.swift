/// A matrix seen through pointers, for the innermost loops of fitting.
struct FeatureRows {
    let starts: UnsafeBufferPointer<Int32>
    let entries: UnsafeBufferPointer<FeatureMatrix.Entry>

    @inline(__always)
    private func range(_ row: Int32) -> Range<Int> {
        Range(uncheckedBounds: (Int(starts[Int(row)]), Int(starts[Int(row) + 1])))
    }

    @inline(__always)
    func dot(_ row: Int32, _ weights: UnsafeMutableBufferPointer<Double>) -> Double {
        var sum = 0.0
        for place in range(row) { sum += Double(entries[place].value) * weights[Int(entries[place].feature)] }
        return sum
    }

    @inline(__always)
    func add(_ row: Int32, times factor: Double, to weights: UnsafeMutableBufferPointer<Double>) {
        for place in range(row) { weights[Int(entries[place].feature)] += factor * Double(entries[place].value) }
    }
}

extension FeatureMatrix {
    func withRows<Result>(_ body: (FeatureRows) -> Result) -> Result {
        starts.withUnsafeBufferPointer { starts in
            entries.withUnsafeBufferPointer { body(FeatureRows(starts: starts, entries: $0)) }
        }
    }
}
