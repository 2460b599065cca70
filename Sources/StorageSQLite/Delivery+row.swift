import Foundation
import GRDB
import Model

extension Delivery {
    private static let columns = "SELECT delivery.*, raw_delivery.method, raw_delivery.url, raw_delivery.fields"

    /// Without the body, for lists.
    static let select = """
        \(columns), NULL AS bytes FROM delivery JOIN raw_delivery ON raw_delivery.delivery = delivery.id
        """

    static let selectWithBytes = """
        \(columns), raw_delivery.bytes FROM delivery JOIN raw_delivery ON raw_delivery.delivery = delivery.id
        """

    init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            channel: try row.inbox("channel"),
            state: try row.word(State.self, "state"),
            receivedAt: try row.date("received_at"),
            request: try ReceivedRequest(row: row),
            key: try row.optionalText("key"),
            contradicts: try row.optionalID("contradicts"),
            outcome: try row.optionalText("outcome")
        )
    }
}

extension ReceivedRequest {
    fileprivate init(row: Row) throws {
        self.init(
            method: try row.text("method"),
            url: try row.text("url"),
            fields: try row.json([HeaderField].self, "fields"),
            body: try row.decode(Data?.self, forColumn: "bytes").map { [UInt8]($0) } ?? []
        )
    }
}

extension Database {
    func delivery(_ id: Delivery.ID) throws -> Delivery? {
        try row("\(Delivery.selectWithBytes) WHERE delivery.id = ?", [id.rawValue]).map(Delivery.init)
    }

    /// Each state by its index, since a list of a busy channel must not sort all that ever came.
    func deliveries(of channel: InboxName, in state: Delivery.State?, limit: Int) throws -> [Delivery] {
        let states = state.map { [$0] } ?? Delivery.State.allCases
        let newest = try states.flatMap { state in
            try rows(Self.newestDeliveries, [channel.column, state.rawValue, max(limit, 0)]).map(Delivery.init)
        }
        return Array(newest.sorted { $0.id > $1.id }.prefix(max(limit, 0)))
    }

    static let newestDeliveries = """
        \(Delivery.select) WHERE delivery.channel = ? AND delivery.state = ? ORDER BY delivery.id DESC LIMIT ?
        """

    func deliveries(behind message: Message.ID) throws -> [Delivery.ID] {
        try numbers(Self.deliveriesBehind, [message.rawValue]).map(Delivery.ID.init(rawValue:))
    }

    static let deliveriesBehind = """
        WITH owner AS (SELECT coalesce(same_as, id) AS id FROM message WHERE id = ?)
        SELECT delivery FROM delivered WHERE message = (SELECT id FROM owner)
        UNION
        SELECT delivery FROM delivered
            WHERE message IN (SELECT id FROM message WHERE same_as = (SELECT id FROM owner))
        ORDER BY delivery
        """

    func contradictions(in channel: InboxName) throws -> Int {
        Int(try number(Self.contradictionsOfChannel, [channel.column]) ?? 0)
    }

    static let contradictionsOfChannel = """
        SELECT count(*) FROM delivery WHERE channel = ? AND contradicts IS NOT NULL
        """

    func deliveryTallies() throws -> [DeliveryTally] {
        try rows("SELECT channel, state, count(*) AS count FROM delivery GROUP BY channel, state").map { row in
            DeliveryTally(
                channel: try row.inbox("channel"),
                state: try row.word(Delivery.State.self, "state"),
                count: try row.int("count")
            )
        }
    }
}
