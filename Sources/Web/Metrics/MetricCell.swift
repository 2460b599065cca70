import CoreMetrics
import Synchronization

/// The numbers of one series.
final class MetricCell: Sendable {
    struct Value: Sendable {
        var sum = 0.0
        var count = 0
        var buckets = [Int](repeating: 0, count: MetricCell.bounds.count + 1)

        /// Observations at or below each bound, and all of them.
        var cumulative: [Int] {
            var total = 0
            return buckets.map { count in
                total += count
                return total
            }
        }
    }

    /// Seconds: from a look-up in memory to a delivery over a slow line.
    static let bounds = [0.001, 0.005, 0.025, 0.1, 0.5, 1, 2.5, 10, 60]

    private let state = Mutex(Value())

    var value: Value {
        state.withLock { $0 }
    }

    func add(_ amount: Double) {
        state.withLock { $0.sum += amount }
    }

    func set(_ amount: Double) {
        state.withLock { $0.sum = amount }
    }

    func observe(_ amount: Double) {
        let bucket = Self.bounds.firstIndex { amount <= $0 } ?? Self.bounds.count
        state.withLock { value in
            value.sum += amount
            value.count += 1
            value.buckets[bucket] += 1
        }
    }
}

final class CounterMetric: CounterHandler {
    private let cell: MetricCell

    init(_ cell: MetricCell) {
        self.cell = cell
    }

    func increment(by amount: Int64) {
        cell.add(Double(amount))
    }

    func reset() {
        cell.set(0)
    }
}

final class GaugeMetric: MeterHandler {
    private let cell: MetricCell

    init(_ cell: MetricCell) {
        self.cell = cell
    }

    func set(_ value: Int64) {
        cell.set(Double(value))
    }

    func set(_ value: Double) {
        cell.set(value)
    }

    func increment(by amount: Double) {
        cell.add(amount)
    }

    func decrement(by amount: Double) {
        cell.add(-amount)
    }
}

final class RecorderMetric: RecorderHandler {
    private let cell: MetricCell
    private let aggregates: Bool

    init(_ cell: MetricCell, aggregates: Bool) {
        self.cell = cell
        self.aggregates = aggregates
    }

    func record(_ value: Int64) {
        record(Double(value))
    }

    func record(_ value: Double) {
        if aggregates { cell.observe(value) } else { cell.set(value) }
    }
}

final class TimerMetric: TimerHandler {
    private let cell: MetricCell

    init(_ cell: MetricCell) {
        self.cell = cell
    }

    func recordNanoseconds(_ duration: Int64) {
        cell.observe(Double(duration) / 1_000_000_000)
    }
}
