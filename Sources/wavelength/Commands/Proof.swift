import Foundation
import Model

/// What `prove` found, in the keys of its JSON.
struct Proof: Encodable {
    var taken: Int
    var open: Int
    var answered: Int
    var parked: Int
    var missing: Int
    var duplicated: Int
    /// When the oldest message was taken that nobody has looked at yet; null where there is none.
    var oldestUnowned: Date?
    var deliveries: DeliverySums

    init(_ custody: Custody, missing: Int, deliveries: DeliverySums) {
        taken = custody.taken
        open = custody.open
        answered = custody.answered
        parked = custody.parked
        self.missing = missing
        duplicated = custody.duplicated
        oldestUnowned = custody.oldestUnowned
        self.deliveries = deliveries
    }

    var addsUp: Bool {
        messagesAddUp && deliveries.addUp
    }

    private var messagesAddUp: Bool {
        taken == open + answered + parked
    }

    private enum Key: CodingKey {
        case taken, open, answered, parked, missing, duplicated, oldestUnowned, deliveries
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(taken, forKey: .taken)
        try container.encode(open, forKey: .open)
        try container.encode(answered, forKey: .answered)
        try container.encode(parked, forKey: .parked)
        try container.encode(missing, forKey: .missing)
        try container.encode(duplicated, forKey: .duplicated)
        // Written even where it is null, so that readers find every key.
        try container.encode(oldestUnowned, forKey: .oldestUnowned)
        try container.encode(EncodedDeliverySums(deliveries), forKey: .deliveries)
    }

    var forPeople: String {
        """
        taken \(taken) = open \(open) + answered \(answered) + parked \(parked)\(messagesAddUp ? "" : "  (does not add up!)")
        missing \(missing), duplicated \(duplicated), \
        oldest not yet read: \(oldestUnowned.map { $0.formatted(.iso8601) } ?? "none")
        """ + (deliveries.accepted == 0 ? "" : "\n\(deliveries.forPeople)")
    }
}

/// The deliveries of channels in the JSON: how many messages are in one that waits is not known yet.
private struct EncodedDeliverySums: Encodable {
    private let sums: DeliverySums

    init(_ sums: DeliverySums) {
        self.sums = sums
    }

    private enum Key: CodingKey {
        case accepted, unpacked, parked, waiting, oldestWaiting
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(sums.accepted, forKey: .accepted)
        try container.encode(sums.unpacked, forKey: .unpacked)
        try container.encode(sums.parked, forKey: .parked)
        try container.encode(sums.waiting, forKey: .waiting)
        try container.encode(sums.oldestWaiting, forKey: .oldestWaiting)
    }
}

extension DeliverySums {
    fileprivate var forPeople: String {
        let oldest = oldestWaiting.map { ", the oldest since \($0.formatted(.iso8601))" } ?? ""
        return "deliveries \(accepted) = unpacked \(unpacked) + parked \(parked) + waiting \(waiting)\(oldest)"
            + (addUp ? "" : "  (does not add up!)")
    }
}
