import Channels
import Foundation
import Metrics
import Model

extension Reconciled {
    /// Shows the gap, 0 too, with the time of the look: a gap that was not looked for lately proves nothing.
    func measure(as channel: InboxName) {
        let dimensions = [("channel", channel.rawValue)]
        Gauge(label: "wavelength_reconciled_gap", dimensions: dimensions).record(gap)
        Gauge(label: "wavelength_reconciled_timestamp_seconds", dimensions: dimensions)
            .record(Program.now().timeIntervalSince1970.rounded())
        Counter(label: "wavelength_reconciled_fetched_total", dimensions: dimensions).increment(by: fetched)
    }
}
