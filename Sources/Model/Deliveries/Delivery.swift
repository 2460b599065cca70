package import Foundation

/// What a sender handed to one of our webhooks, or what a poll brought: kept as it came before anything looks inside.
package struct Delivery: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Delivery>

    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Durable, not yet taken apart.
        case received
        /// Its messages are taken; there may have been none in it.
        case unpacked
        /// Nobody could take it apart: it stands among the parked messages as a whole.
        case parked
    }

    package var id: ID
    package var channel: InboxName
    package var state: State
    package var receivedAt: Date
    package var request: ReceivedRequest
    /// The sender's own number of it where one is signed; nil where only the bytes tell.
    package var key: String?
    /// Another delivery had the same key and other bytes: taken as a new one, and shown to people.
    package var contradicts: Delivery.ID?
    /// What became of it, in one line, such as `2 messages` or why it is parked; nil before it was looked at.
    package var outcome: String?

    package init(
        id: ID,
        channel: InboxName,
        state: State,
        receivedAt: Date,
        request: ReceivedRequest,
        key: String?,
        contradicts: Delivery.ID? = nil,
        outcome: String? = nil
    ) {
        self.id = id
        self.channel = channel
        self.state = state
        self.receivedAt = receivedAt
        self.request = request
        self.key = key
        self.contradicts = contradicts
        self.outcome = outcome
    }
}

/// A delivery on its way into the store, already verified.
package struct NewDelivery: Hashable, Sendable {
    package var channel: InboxName
    package var request: ReceivedRequest
    package var identity: DeliveryIdentity

    package init(channel: InboxName, request: ReceivedRequest, identity: DeliveryIdentity) {
        self.channel = channel
        self.request = request
        self.identity = identity
    }
}

/// What tells one delivery from another, besides the SHA-256 of its bytes.
package enum DeliveryIdentity: Hashable, Sendable {
    /// Only the bytes.
    case bytes
    /// The sender's number, which stays the same when it tries again: with other bytes it is another delivery.
    case key(String)
    /// To be used once (Mailgun's token): with other bytes it is a forgery.
    case nonce(String)

    package var key: String? {
        switch self {
        case .bytes: nil
        case .key(let key), .nonce(let key): key
        }
    }
}

/// What became of a delivery at the door.
package enum DeliveryAcceptance: Hashable, Sendable {
    case new(Delivery.ID)
    /// The same bytes under the same key were there already.
    case known(Delivery.ID)
    /// New, under a key that is known with other bytes.
    case contradicting(Delivery.ID)
    /// A nonce that was used with other bytes. Nothing was kept.
    case forged
}
