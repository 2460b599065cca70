import Model

/// Messages that were put aside, each with its reason.
struct ParkedPage: Page {
    static let template = "parked"

    struct Item: Sendable {
        var id: Message.ID
        var who: String
        var subject: String
        var reason: String
        var inbox: String
        var size: String
        var when: Moment
        /// What a channel delivered and nobody could take apart: it has no writer and no subject, and no reader gets it.
        var isDelivery: Bool
        /// Its numbers, the newest last; nil where it is no delivery.
        var delivery: String?
        /// Set where another delivery has the same number and other bytes.
        var contradicts: String?

        init(_ message: Message, deliveries: [Delivery], clock: Clock) {
            id = message.id
            isDelivery = message.form == .delivery
            who = Person.name(message.content?.from)
            subject = isDelivery ? "A delivery from \(message.inbox)" : Subject.shown(message.content?.subject ?? "")
            delivery = isDelivery ? deliveries.map(\.id.description).joined(separator: ", ") : nil
            contradicts = deliveries.compactMap(\.contradicts).last?.description
            reason = ""
            if case .parked(let parked) = message.state { reason = parked.detail }
            inbox = message.inbox.rawValue
            size = ByteCount.text(message.size)
            when = clock.moment(message.takenAt)
        }
    }

    var frame: Frame
    var items: [Item]
    var isEmpty: Bool

    /// - Parameter deliveries: what each came in, by message.
    init(frame: Frame, messages: [Message], deliveries: [Message.ID: [Delivery]] = [:], clock: Clock) {
        self.frame = frame
        items = messages.map { Item($0, deliveries: deliveries[$0.id] ?? [], clock: clock) }
        isEmpty = items.isEmpty
    }
}
