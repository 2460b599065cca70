/// An L2-regularised linear classifier of squared hinge loss, fitted by dual coordinate descent (Hsieh, Chang, Lin,
/// Keerthi and Sundararajan, "A dual coordinate descent method for large-scale linear SVM", ICML 2008, algorithm 3,
/// with shrinking).
///
/// The value of a row is `w·x + b - 1`: where no known word speaks, -1 but for a small learned `b`. The constant
/// feature that `b` is learned through is weak, so that one label with many examples does not win by them alone, and
/// a label with few is not told by how few there are.
struct DualCoordinateDescent {
    /// How much an example on the wrong side costs against the size of the weights.
    static let cost = 1.0
    /// The spread of projected gradients at which the fit is good enough.
    static let tolerance = 0.1
    static let mostPasses = 200
    /// The value of the constant feature; on three sets of messages 0.3 did as well as any or better.
    static let constant = 0.3

    /// A row of the matrix, and whether it belongs to the label.
    struct Example {
        let row: Int32
        let isPositive: Bool
        /// How much the multiplier adds to its own gradient: half the inverse of the example's cost.
        let slack: Float
        /// The square of the row's length.
        let square: Double

        /// - Parameter weight: what an error costs against one on any example.
        init(row: Int32, isPositive: Bool, weight: Double, square: Double) {
            self.init(row: row, isPositive: isPositive, slack: Float(0.5 / (cost * weight)), square: square)
        }

        init(row: Int32, isPositive: Bool, slack: Float, square: Double) {
            self.row = row
            self.isPositive = isPositive
            self.slack = slack
            self.square = square
        }
    }

    private let rows: FeatureRows
    private let examples: UnsafeBufferPointer<Example>
    private let weights: UnsafeMutableBufferPointer<Double>
    /// By example; kept from fit to fit, a later one of nearly the same examples begins where it will end.
    private let multipliers: UnsafeMutableBufferPointer<Double>
    private var bias = 0.0
    private var order: [Int32]
    /// How many of `order` are not at rest.
    private var active: Int
    /// Whether the fit began where an earlier one ended.
    private let isWarm: Bool
    private var isLast = false
    private var random = Xorshift()
    private var bounds = Bounds()
    private var nextBounds = Bounds()

    private struct Bounds {
        var upper = Double.infinity
        var lower = -Double.infinity
    }

    /// Adds the label's weights to `weights`, which holds zeros.
    /// - Parameter multipliers: one an example; 0, or what an earlier fit left.
    /// - Returns: the learned `b`.
    static func fit(
        _ examples: [Example],
        of rows: FeatureRows,
        from multipliers: inout [Double],
        into weights: UnsafeMutableBufferPointer<Double>
    ) -> Double {
        examples.withUnsafeBufferPointer { examples in
            multipliers.withUnsafeMutableBufferPointer { multipliers in
                var descent = DualCoordinateDescent(
                    rows: rows,
                    examples: examples,
                    weights: weights,
                    multipliers: multipliers
                )
                descent.run()
                return descent.bias * constant
            }
        }
    }

    private init(
        rows: FeatureRows,
        examples: UnsafeBufferPointer<Example>,
        weights: UnsafeMutableBufferPointer<Double>,
        multipliers: UnsafeMutableBufferPointer<Double>
    ) {
        self.rows = rows
        self.examples = examples
        self.weights = weights
        self.multipliers = multipliers
        isWarm = multipliers.contains { $0 > 0 }
        // After an earlier fit, the examples that held the border are where the work is.
        order = Array(0..<Int32(examples.count))
        active = order.partition { multipliers[Int($0)] == 0 }
        if !isWarm { active = examples.count }
        for (example, multiplier) in zip(examples, multipliers) where multiplier > 0 { move(example, by: multiplier) }
    }

    private mutating func run() {
        for _ in 0..<Self.mostPasses {
            pass()
            if nextBounds.upper - nextBounds.lower <= Self.tolerance {
                if active == examples.count || isLast { return }
                active = examples.count
                bounds = Bounds()
                // One look at all is enough for what an earlier fit has looked at already.
                isLast = isWarm
            } else {
                bounds.upper = nextBounds.upper <= 0 ? .infinity : nextBounds.upper
                bounds.lower = nextBounds.lower >= 0 ? -.infinity : nextBounds.lower
            }
        }
    }

    private mutating func pass() {
        nextBounds = Bounds(upper: -.infinity, lower: .infinity)
        for place in 0..<active { order.swapAt(place, place + random.next(below: active - place)) }
        var place = 0
        while place < active {
            if descend(Int(order[place])) {
                place += 1
            } else {
                active -= 1
                order.swapAt(place, active)
            }
        }
    }

    /// Moves one multiplier to its best value; false where the example can rest for now.
    private mutating func descend(_ index: Int) -> Bool {
        let example = examples[index]
        let old = multipliers[index]
        let value = rows.dot(example.row, weights) + bias * Self.constant
        let gradient = (example.isPositive ? value - 2 : -value) + old * Double(example.slack)
        if old == 0, gradient > bounds.upper { return false }
        let projected = old == 0 ? min(gradient, 0) : gradient
        nextBounds.upper = max(nextBounds.upper, projected)
        nextBounds.lower = min(nextBounds.lower, projected)
        guard abs(projected) > 1e-12 else { return true }
        let curvature = example.square + Self.constant * Self.constant + Double(example.slack)
        multipliers[index] = max(old - gradient / curvature, 0)
        move(example, by: multipliers[index] - old)
        return true
    }

    private mutating func move(_ example: Example, by step: Double) {
        let signed = example.isPositive ? step : -step
        rows.add(example.row, times: signed, to: weights)
        bias += signed * Self.constant
    }
}
