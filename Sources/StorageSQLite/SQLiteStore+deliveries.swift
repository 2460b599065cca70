package import Foundation
package import Model

extension SQLiteStore {
    package func accept(
        _ deliveries: [NewDelivery],
        advancing cursor: ChannelCursor?,
        at: Date
    ) async throws -> [DeliveryAcceptance] {
        // Digests and JSON are made before the transaction, so that no other writer waits for them.
        let digested = try deliveries.map(DigestedDelivery.init)
        return try await write { db in
            let accepted = try digested.map { try db.accept($0, at: at) }
            if let cursor { try db.move(cursor) }
            return accepted
        }
    }

    package func channelCursor(of inbox: InboxName) async throws -> ChannelCursor? {
        try await read { try $0.channelCursor(of: inbox) }
    }

    package func claimDeliveries(limit: Int, attempts: Int, at: Date) async throws -> [Delivery] {
        try await write { try $0.claimDeliveries(limit: limit, attempts: attempts, at: at) }
    }

    package func giveBackDeliveries(_ deliveries: [Delivery.ID]) async throws {
        try await write { db in for delivery in deliveries { try db.giveBack(delivery) } }
    }

    package func unpack(_ deliveries: [UnpackedDelivery], at: Date) async throws -> [[Taken]] {
        let digested = deliveries.map(DigestedUnpacking.init)
        return try await write { db in try digested.map { try db.unpack($0, at: at) } }
    }

    package func parkDelivery(_ id: Delivery.ID, reason: ParkReason, at: Date) async throws -> Message.ID {
        try await write { try $0.parkDelivery(id, reason: reason, at: at) }
    }

    package func delivery(_ id: Delivery.ID) async throws -> Delivery? {
        try await read { try $0.delivery(id) }
    }

    package func deliveries(of channel: InboxName, in state: Delivery.State?, limit: Int) async throws -> [Delivery] {
        try await read { try $0.deliveries(of: channel, in: state, limit: limit) }
    }

    package func deliveries(behind message: Message.ID) async throws -> [Delivery.ID] {
        try await read { try $0.deliveries(behind: message) }
    }

    package func history(of delivery: Delivery.ID) async throws -> [HistoryEntry] {
        try await read { try $0.history(of: delivery) }
    }

    package func deliveryTallies() async throws -> [DeliveryTally] {
        try await read { try $0.deliveryTallies() }
    }

    package func deliverySums() async throws -> DeliverySums {
        try await read { try $0.deliverySums() }
    }

    package func contradictions(in channel: InboxName) async throws -> Int {
        try await read { try $0.contradictions(in: channel) }
    }
}
