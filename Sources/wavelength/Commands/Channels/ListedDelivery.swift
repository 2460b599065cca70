import Foundation
import Model

/// A delivery on one line.
struct ListedDelivery: Encodable {
    var id: Int64
    var receivedAt: Date
    var state: Delivery.State
    /// What came of it; null before it was looked at.
    var outcome: String?
    /// The delivery that came under the same number with other bytes.
    var contradicts: Int64?

    init(_ delivery: Delivery) {
        id = delivery.id.rawValue
        receivedAt = delivery.receivedAt
        state = delivery.state
        outcome = delivery.outcome.map(PrintableText.init)?.line
        contradicts = delivery.contradicts?.rawValue
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(receivedAt, forKey: .receivedAt)
        try container.encode(state, forKey: .state)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(contradicts, forKey: .contradicts)
    }

    private enum Key: CodingKey {
        case id, receivedAt, state, outcome, contradicts
    }

    /// `#12`, when it came, its state, and what came of it, with tabs between them.
    var forPeople: String {
        let contradiction = contradicts.map { "contradicts #\($0)" }
        let columns = ["#\(id)", receivedAt.formatted(.iso8601), state.rawValue, outcome, contradiction]
        return columns.compactMap(\.self).joined(separator: "\t")
    }
}
