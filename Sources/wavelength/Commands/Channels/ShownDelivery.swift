import Chat
import Foundation
import Model

/// A delivery and its history for a person at a terminal.
struct ShownDelivery {
    let delivery: Delivery
    let history: [HistoryEntry]

    var text: String {
        ([head, request, body] + ["", historyLines]).joined(separator: "\n")
    }

    private var head: String {
        let lines = [
            "Delivery \(delivery.id) of \(delivery.channel)",
            "  Came:     \(delivery.receivedAt.formatted(.iso8601))",
            "  State:    \(delivery.state.rawValue)",
            delivery.outcome.map { "  Outcome:  \(PrintableText($0).line)" },
            delivery.key.map { "  Number:   \(PrintableText($0).line)" },
            delivery.contradicts.map { "  Note:     it has the number of delivery \($0) and other bytes" },
            "",
        ]
        return lines.compactMap(\.self).joined(separator: "\n")
    }

    /// Without secrets once more: what was stored before a field was known as one shall not be seen either.
    private var request: String {
        let request = delivery.request.withoutSecrets
        let fields = request.fields.map { "\($0.name): \($0.value)" }
        return (["\(request.method) \(request.url)"] + fields).map { PrintableText($0).line }.joined(separator: "\n")
            + "\n"
    }

    private var body: String {
        PrintableText(ReceivedRequest.shown(delivery.request.body)).lines
    }

    private var historyLines: String {
        history.map { entry in
            let what = [entry.at.formatted(.iso8601), entry.event.rawValue, entry.detail]
            return PrintableText(what.compactMap(\.self).joined(separator: " ")).line
        }
        .joined(separator: "\n")
    }
}
