import Foundation
import Model
import Storage
import Testing

extension Scene {
    static let channel = InboxName("chat")

    func request(_ body: String) -> ReceivedRequest {
        ReceivedRequest(
            url: "https://us.example/channels/chat?x=%20",
            fields: [HeaderField(name: "webhook-id", value: "ä"), HeaderField(name: "webhook-id", value: "")],
            body: [UInt8](body.utf8)
        )
    }

    func new(_ body: String, _ identity: DeliveryIdentity = .bytes, channel: InboxName = channel) -> NewDelivery {
        NewDelivery(channel: channel, request: request(body), identity: identity)
    }

    /// Accepts one delivery and says what became of it.
    func accept(
        _ body: String,
        _ identity: DeliveryIdentity = .bytes,
        channel: InboxName = channel,
        at minutes: Double = 0
    ) async throws -> DeliveryAcceptance {
        let new = new(body, identity, channel: channel)
        return try #require(try await store.accept([new], advancing: nil, at: at(minutes)).first)
    }

    /// Accepts deliveries that are new, each with its text as its bytes.
    @discardableResult
    func deliver(_ bodies: String..., at minutes: Double = 0) async throws -> [Delivery.ID] {
        let accepted = try await store.accept(bodies.map { new($0) }, advancing: nil, at: at(minutes))
        return try accepted.map { try #require($0.new) }
    }

    /// One message of a chat.
    func chat(_ id: String, _ text: String = "Hello") -> Arrival {
        Arrival(
            origin: Origin(inbox: Self.channel, item: id),
            raw: [UInt8]("\(id) \(text)".utf8),
            form: .chat,
            circumstance: .live
        )
    }

    /// One message of a chat as channels keep it.
    func said(_ id: String, _ text: String, name: String? = nil, files: [String] = []) throws -> Arrival {
        let message = ChatMessage(
            id: id,
            place: ChatPlace(chat: "C1"),
            person: ChatPerson(id: "U1", name: name),
            text: text,
            attachments: files.map { ChatAttachment(name: $0, type: "image/png") }
        )
        var arrival = chat(id)
        arrival.raw = [UInt8](try JSONEncoder().encode(message))
        return arrival
    }

    @discardableResult
    func unpack(
        _ id: Delivery.ID,
        _ arrivals: Arrival...,
        outcome: String = "",
        at minutes: Double = 1
    ) async throws
        -> [Taken]
    {
        let unpacked = UnpackedDelivery(delivery: id, arrivals: arrivals, outcome: outcome)
        return try #require(try await store.unpack([unpacked], at: at(minutes)).first)
    }

    func events(_ delivery: Delivery.ID) async throws -> [HistoryEntry.Event] {
        try await store.history(of: delivery).map(\.event)
    }

    func claim(_ limit: Int = 9, attempts: Int = 3, at minutes: Double = 1) async throws -> [Delivery.ID] {
        try await store.claimDeliveries(limit: limit, attempts: attempts, at: at(minutes)).map(\.id)
    }
}

extension DeliveryAcceptance {
    var new: Delivery.ID? { if case .new(let id) = self { id } else { nil } }
    var contradicting: Delivery.ID? { if case .contradicting(let id) = self { id } else { nil } }
}
