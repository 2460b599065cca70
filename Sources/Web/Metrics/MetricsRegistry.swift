package import CoreMetrics
import Synchronization

/// The program's metrics, in charge of keeping what is counted and of writing it out in the Prometheus text format 0.0.4.
///
/// A backend of swift-metrics: hand it to `MetricsSystem.bootstrap` once, and to the web server for `/metrics`. Names are
/// made valid, counters end in `_total`, timers are histograms in seconds.
package final class MetricsRegistry: MetricsFactory {
    private struct State {
        var families: [String: MetricFamily] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        let cell = cell(MetricName.counter(label), .counter, dimensions)
        return CounterMetric(cell)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        GaugeMetric(cell(MetricName.valid(label), .gauge, dimensions))
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        let kind: MetricFamily.Kind = aggregate ? .summary : .gauge
        return RecorderMetric(cell(MetricName.valid(label), kind, dimensions), aggregates: aggregate)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        TimerMetric(cell(MetricName.timer(label), .histogram, dimensions))
    }

    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    /// Everything counted so far, with `gauges` read at this moment, in the Prometheus text format.
    package func exposition(gauges: [MetricReading] = []) -> String {
        let families = state.withLock { $0.families }
        var lines = families.values.sorted { $0.name < $1.name }.flatMap(\.lines)
        lines += MetricReading.lines(of: gauges)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The cell of a series. A name that was first used for another kind of metric gets the kind as a suffix, since a
    /// family has one type.
    private func cell(_ name: String, _ kind: MetricFamily.Kind, _ dimensions: [(String, String)]) -> MetricCell {
        let labels = MetricLabels(dimensions)
        return state.withLock { state in
            let taken = state.families[name].map { $0.kind != kind } ?? false
            let name = taken ? "\(name)_\(kind.rawValue)" : name
            return state.families[name, default: MetricFamily(name: name, kind: kind)].cell(labels)
        }
    }
}
