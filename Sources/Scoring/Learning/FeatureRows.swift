/// A matrix seen through pointers, for the innermost loops of fitting.
struct FeatureRows {
    let starts: UnsafeBufferPointer<Int32>
    let features: UnsafeBufferPointer<Int32>
    let values: UnsafeBufferPointer<Double>

    func dot(_ row: Int32, _ weights: UnsafeMutableBufferPointer<Double>) -> Double {
        var sum = 0.0
        for entry in Int(starts[Int(row)])..<Int(starts[Int(row) + 1]) {
            sum += values[entry] * weights[Int(features[entry])]
        }
        return sum
    }

    func add(_ row: Int32, times factor: Double, to weights: UnsafeMutableBufferPointer<Double>) {
        for entry in Int(starts[Int(row)])..<Int(starts[Int(row) + 1]) {
            weights[Int(features[entry])] += factor * values[entry]
        }
    }

    func squaredLength(_ row: Int32) -> Double {
        var sum = 0.0
        for entry in Int(starts[Int(row)])..<Int(starts[Int(row) + 1]) { sum += values[entry] * values[entry] }
        return sum
    }
}

extension FeatureMatrix {
    func withRows<Result>(_ body: (FeatureRows) -> Result) -> Result {
        starts.withUnsafeBufferPointer { starts in
            features.withUnsafeBufferPointer { features in
                values.withUnsafeBufferPointer { values in
                    body(FeatureRows(starts: starts, features: features, values: values))
                }
            }
        }
    }
}
