/// A number that is read when `/metrics` is asked for, such as the length of a queue.
package struct MetricReading: Sendable {
    package var name: String
    package var labels: [(String, String)]
    package var value: Double

    package init(_ name: String, labels: [(String, String)] = [], _ value: Double) {
        self.name = name
        self.labels = labels
        self.value = value
    }

    static func lines(of readings: [MetricReading]) -> [String] {
        var seen: Set<String> = []
        return readings.flatMap { reading in
            let name = MetricName.valid(reading.name)
            let line = "\(name)\(MetricLabels(reading.labels).braced()) \(text(reading.value))"
            return seen.insert(name).inserted ? ["# TYPE \(name) gauge", line] : [line]
        }
    }

    /// Whole numbers without a fraction, the rest as Swift prints them, which Prometheus reads.
    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map(String.init) ?? String(value)
    }
}
