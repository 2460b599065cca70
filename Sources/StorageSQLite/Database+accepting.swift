import Foundation
import GRDB
import Model

extension Database {
    /// Keeps a delivery, or says why it is none, as `DeliveryStore.accept` does.
    func accept(_ digested: DigestedDelivery, at: Date) throws -> DeliveryAcceptance {
        let (channel, identity) = (digested.delivery.channel, digested.delivery.identity)
        guard let key = identity.key else {
            if let known = try delivery(in: channel, sha256: digested.sha256) { return .known(known) }
            return .new(try insert(digested, at: at))
        }
        if let known = try delivery(in: channel, key: key, sha256: digested.sha256) { return .known(known) }
        guard let first = try firstDelivery(in: channel, key: key) else { return .new(try insert(digested, at: at)) }
        if case .nonce = identity { return .forged }
        return .contradicting(try insert(digested, contradicting: first, at: at))
    }

    private func delivery(in channel: InboxName, sha256: Data) throws -> Delivery.ID? {
        try number(Self.deliveryByBytes, [channel.column, sha256]).map(Delivery.ID.init(rawValue:))
    }

    private func delivery(in channel: InboxName, key: String, sha256: Data) throws -> Delivery.ID? {
        try number(Self.deliveryByKeyAndBytes, [channel.column, key.column, sha256]).map(Delivery.ID.init(rawValue:))
    }

    private func firstDelivery(in channel: InboxName, key: String) throws -> Delivery.ID? {
        try number(Self.firstDeliveryByKey, [channel.column, key.column]).map(Delivery.ID.init(rawValue:))
    }

    static let deliveryByBytes = "SELECT id FROM delivery WHERE channel = ? AND sha256 = ? LIMIT 1"
    static let deliveryByKeyAndBytes = "SELECT id FROM delivery WHERE channel = ? AND key = ? AND sha256 = ?"
    static let firstDeliveryByKey = "SELECT min(id) FROM delivery WHERE channel = ? AND key = ?"

    private func insert(
        _ digested: DigestedDelivery,
        contradicting first: Delivery.ID? = nil,
        at: Date
    ) throws -> Delivery.ID {
        let (new, request) = (digested.delivery, digested.delivery.request)
        let number = try insert(
            """
            INSERT INTO delivery (channel, state, received_at, key, sha256, size, contradicts)
            VALUES (?, 'received', ?, ?, ?, ?, ?)
            """,
            [
                new.channel.column, at.microseconds, new.identity.key?.column, digested.sha256, request.body.count,
                first?.rawValue,
            ]
        )
        try run(
            "INSERT INTO raw_delivery (delivery, method, url, fields, bytes) VALUES (?, ?, ?, ?, ?)",
            [number, request.method.column, request.url.column, digested.fields, Data(request.body)]
        )
        let id = Delivery.ID(rawValue: number)
        try recordAcceptance(of: id, new, contradicting: first, at: at)
        return id
    }

    private func recordAcceptance(
        of id: Delivery.ID,
        _ new: NewDelivery,
        contradicting first: Delivery.ID?,
        at: Date
    ) throws {
        let place = [new.channel.rawValue, new.identity.key].compactMap(\.self).joined(separator: " / ")
        try record(.delivered, delivery: id, detail: place, at: at)
        guard let first else { return }
        try record(.contradicted, delivery: first, detail: "delivery \(id) has the same number", at: at)
        let detail = "it has the number of delivery \(first) and other bytes"
        try record(.contradicted, delivery: id, detail: detail, at: at)
    }

    func channelCursor(of inbox: InboxName) throws -> ChannelCursor? {
        try row("SELECT source, position, etag, last_modified FROM channel_cursor WHERE inbox = ?", [inbox.column]).map
        { row in
            ChannelCursor(
                inbox: inbox,
                source: try row.optionalText("source"),
                position: try row.optionalText("position"),
                etag: try row.optionalText("etag"),
                lastModified: try row.optionalText("last_modified")
            )
        }
    }

    func move(_ cursor: ChannelCursor) throws {
        try run(
            """
            INSERT INTO channel_cursor (inbox, source, position, etag, last_modified) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (inbox) DO UPDATE SET
                source = excluded.source, position = excluded.position, etag = excluded.etag,
                last_modified = excluded.last_modified
            """,
            [
                cursor.inbox.column, cursor.source?.column, cursor.position?.column, cursor.etag?.column,
                cursor.lastModified?.column,
            ]
        )
    }
}
