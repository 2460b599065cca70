import Foundation
import GRDB
import Model
import Storage

/// What unpacking has to know of a delivery.
private struct DeliveryStanding {
    var channel: InboxName
    var state: Delivery.State
    var contradicts: Delivery.ID?
    /// The message that it stands as among the parked ones.
    var parkedAs: Message.ID?

    init(row: Row) throws {
        channel = try row.inbox("channel")
        state = try row.word(Delivery.State.self, "state")
        contradicts = try row.optionalID("contradicts")
        parkedAs = try row.optionalID("parked_as")
    }
}

extension Database {
    /// Hands out deliveries as `DeliveryStore.claimDeliveries` says.
    func claimDeliveries(limit: Int, attempts: Int, at: Date) throws -> [Delivery] {
        try claim(
            { try rows(Self.waitingDeliveries, [max(limit, 0)]).map(ClaimCandidate<Delivery>.init) },
            attempts: attempts,
            park: { candidate in
                let detail = "The program stopped \(candidate.attempts) times while it took this delivery apart."
                _ = try parkDelivery(candidate.id, reason: ParkReason(.stopsTheReader, detail), at: at)
            }
        )
        .map { id in
            try run("UPDATE delivery SET attempts = attempts + 1 WHERE id = ?", [id.rawValue])
            return try delivery(id).orDamaged("bytes of delivery \(id)")
        }
    }

    static let waitingDeliveries = """
        SELECT id, attempts, size FROM delivery WHERE state = 'received' ORDER BY received_at, id LIMIT ?
        """

    func giveBack(_ id: Delivery.ID) throws {
        try run(
            "UPDATE delivery SET attempts = attempts - 1 WHERE id = ? AND state = 'received' AND attempts > 0",
            [id.rawValue]
        )
    }

    func unpack(_ unpacked: DigestedUnpacking, at: Date) throws -> [Taken] {
        let id = unpacked.delivery
        let standing = try standing(of: id)
        let taken = try unpacked.arrivals.map { try take($0, at: at) }
        for entry in taken { try link(entry.message, to: id) }
        if let first = standing.contradicts { try flag(taken, of: id, contradicting: first, at: at) }
        for receipt in unpacked.receipts { try heed(receipt, of: standing.channel, in: id, at: at) }
        let isFound = try settleParked(standing, taken: taken, at: at)
        try setState(isFound ? .unpacked : .parked, of: id, outcome: unpacked.outcome)
        try record(.unpacked, delivery: id, detail: unpacked.outcome, at: at)
        return taken
    }

    func parkDelivery(_ id: Delivery.ID, reason: ParkReason, at: Date) throws -> Message.ID {
        guard let delivery = try delivery(id) else { throw StoreError.notFound("delivery \(id)") }
        guard delivery.state == .received else {
            throw StoreError.illegal("Delivery \(id) is \(delivery.state.rawValue): it cannot be put aside.")
        }
        let arrival = Arrival(
            origin: Origin(inbox: delivery.channel, item: "delivery/\(id)"),
            raw: delivery.request.body,
            form: .delivery,
            circumstance: .live,
            sourceDate: delivery.receivedAt,
            parked: reason
        )
        let message = try take(DigestedArrival(arrival), at: at).message
        try link(message, to: id)
        try run("UPDATE delivery SET parked_as = ? WHERE id = ?", [message.rawValue, id.rawValue])
        try setState(.parked, of: id, outcome: reason.detail)
        try record(.parked, delivery: id, detail: "\(reason.code.rawValue): \(reason.detail)", at: at)
        return message
    }

    private func standing(of id: Delivery.ID) throws -> DeliveryStanding {
        let sql = "SELECT channel, state, contradicts, parked_as FROM delivery WHERE id = ?"
        guard let row = try row(sql, [id.rawValue]) else { throw StoreError.notFound("delivery \(id)") }
        return try DeliveryStanding(row: row)
    }

    private func link(_ message: Message.ID, to delivery: Delivery.ID) throws {
        try run(
            "INSERT OR IGNORE INTO delivered (delivery, message) VALUES (?, ?)",
            [delivery.rawValue, message.rawValue]
        )
    }

    private func setState(_ state: Delivery.State, of id: Delivery.ID, outcome: String) throws {
        try run(
            "UPDATE delivery SET state = ?, outcome = ?, attempts = 0 WHERE id = ?",
            [state.rawValue, outcome.column, id.rawValue]
        )
    }

    /// Tells whoever reads a message that its sender contradicted itself.
    private func flag(_ taken: [Taken], of id: Delivery.ID, contradicting first: Delivery.ID, at: Date) throws {
        let detail = "delivery \(id) has the number of delivery \(first) and other bytes"
        for entry in taken where entry.isNew {
            try record(.contradicted, message: entry.message, delivery: id, detail: detail, at: at)
        }
    }

    /// The message that a delivery was parked as counts from now on as the first one that was found in it. Returns false
    /// where it goes on standing among the parked ones.
    private func settleParked(_ standing: DeliveryStanding, taken: [Taken], at: Date) throws -> Bool {
        guard standing.state == .parked, let parked = standing.parkedAs else { return true }
        guard let first = taken.first(where: { $0.message != parked })?.message else { return false }
        guard try state(of: parked) == .parked else { return true }
        try setMerged(parked, into: first)
        try record(.foundAgain, message: parked, detail: "it was taken apart: message \(first)", at: at)
        return true
    }
}
