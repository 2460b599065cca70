import Foundation
import Hummingbird
import Logging
import Model
import Storage

/// What operators and their tools watch. No sign-in: only whether it runs, and numbers.
struct OperationsRoutes: Sendable {
    private let resources: WebResources

    init(_ resources: WebResources) {
        self.resources = resources
    }

    func add(to router: Router<DeskContext>) {
        router.get("/health") { _, _ in Self.text("ok\n") }
        router.get("/ready") { _, context in await ready(context) }
        router.get("/metrics") { _, _ in try await metrics() }
        for asset in Asset.all {
            router.get(RouterPath(asset.path)) { _, _ in asset.answer }
        }
    }

    /// Ready once the start is caught up with and the store answers.
    private func ready(_ context: DeskContext) async -> Response {
        if let reason = await resources.readiness() {
            return Self.text("not ready: \(reason)\n", status: .serviceUnavailable)
        }
        do {
            _ = try await resources.store.changeCounter()
            return Self.text("ready\n")
        } catch {
            context.logger.warning("store does not answer", metadata: ["error": "\(error)"])
            return Self.text("not ready: the store does not answer\n", status: .serviceUnavailable)
        }
    }

    private func metrics() async throws -> Response {
        let body = resources.metrics.exposition(gauges: try await gauges())
        return Self.text(body, type: "text/plain; version=0.0.4; charset=utf-8")
    }

    private func gauges() async throws -> [MetricReading] {
        let store = resources.store
        let custody = try await store.custody()
        var readings = [
            MetricReading("wavelength_messages_taken", Double(custody.taken)),
            MetricReading("wavelength_messages", labels: [("state", "open")], Double(custody.open)),
            MetricReading("wavelength_messages", labels: [("state", "answered")], Double(custody.answered)),
            MetricReading("wavelength_messages", labels: [("state", "parked")], Double(custody.parked)),
            MetricReading("wavelength_messages_duplicated", Double(custody.duplicated)),
            MetricReading("wavelength_oldest_unread_seconds", age(of: custody.oldestUnowned)),
            MetricReading("wavelength_channel_deliveries_waiting", Double(custody.waitingDeliveries)),
            MetricReading("wavelength_oldest_channel_delivery_seconds", age(of: custody.oldestDelivery)),
            MetricReading("wavelength_queue_length", Double(try await store.queueLength())),
            MetricReading("wavelength_alerts", Double(try await store.alerts().count)),
        ]
        for state in OutgoingMail.State.allCases where state != .sent && state != .cancelled {
            let count = try await store.outgoing(in: state, limit: 1_000).count
            readings.append(MetricReading("wavelength_outbox", labels: [("state", state.rawValue)], Double(count)))
        }
        for tally in try await store.deliveryTallies() {
            let labels = [("channel", tally.channel.rawValue), ("state", tally.state.rawValue)]
            readings.append(MetricReading("wavelength_channel_deliveries", labels: labels, Double(tally.count)))
        }
        return readings
    }

    private func age(of oldest: Date?) -> Double {
        oldest.map { max(0, resources.now().timeIntervalSince($0)) } ?? 0
    }

    private static func text(
        _ body: String,
        status: HTTPResponse.Status = .ok,
        type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: body)))
    }
}
