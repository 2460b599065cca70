import CoreMetrics
import Testing

@testable import Web

@Suite("Metrics")
struct MetricsTests {
    private let registry = MetricsRegistry()

    @Test("counters add up by their labels, with a valid name that ends in _total")
    func counters() {
        Counter(label: "mail.taken", dimensions: [("inbox", "a")], factory: registry).increment(by: 2)
        Counter(label: "mail.taken", dimensions: [("inbox", "a")], factory: registry).increment()
        Counter(label: "mail.taken", dimensions: [("inbox", "b")], factory: registry).increment()
        let expected = """
            # TYPE mail_taken_total counter
            mail_taken_total{inbox="a"} 3
            mail_taken_total{inbox="b"} 1

            """
        #expect(registry.exposition() == expected)
    }

    @Test("timers are histograms in seconds")
    func timers() {
        let timer = Timer(label: "read", factory: registry)
        timer.recordMilliseconds(3)
        timer.recordSeconds(2)
        let text = registry.exposition()
        #expect(text.contains("# TYPE read_seconds histogram\n"))
        #expect(text.contains("read_seconds_bucket{le=\"0.005\"} 1\n"))
        #expect(text.contains("read_seconds_bucket{le=\"+Inf\"} 2\nread_seconds_sum 2.003\nread_seconds_count 2\n"))
    }

    @Test("meters and gauges keep the last value, recorders sum up")
    func gauges() {
        let meter = Meter(label: "open", factory: registry)
        meter.set(4)
        meter.decrement(by: 1.5)
        Gauge(label: "last", factory: registry).record(7)
        Recorder(label: "size", factory: registry).record(10)
        let text = registry.exposition()
        #expect(text.contains("open 2.5\n"))
        #expect(text.contains("last 7\n"))
        #expect(text.contains("# TYPE size summary\nsize_sum 10\nsize_count 1\n"))
    }

    @Test(
        "names are made valid",
        arguments: [
            ("http.server/requests", "http_server_requests"), ("9lives", "_9lives"), ("", "_"), ("é", "_"),
            ("a:b", "a:b"),
        ]
    )
    func names(_ label: String, expected: String) {
        #expect(MetricName.valid(label) == expected)
    }

    @Test("label values cannot leave their quotes")
    func labels() {
        let labels = MetricLabels([("a-b", "x\"\\\n\"\u{301}"), ("A", "1")])
        #expect(labels.braced() == "{A=\"1\",a_b=\"x\\\"\\\\\\n\\\"\u{301}\"}")
        #expect(MetricLabels([]).braced() == "")
    }

    @Test("one name has one type")
    func types() {
        Meter(label: "x_total", factory: registry).set(1)
        Counter(label: "x", factory: registry).increment()
        let text = registry.exposition()
        #expect(text.contains("# TYPE x_total gauge\n"))
        #expect(text.contains("# TYPE x_total_counter counter\n"))
    }
}
