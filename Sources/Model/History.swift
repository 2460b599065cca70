package import Foundation

/// One row of what happened to a message or a conversation. Nothing in it is ever changed.
package struct HistoryEntry: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<HistoryEntry>

    /// What happened.
    package enum Event: String, Hashable, Sendable, Codable {
        case taken
        /// Found again elsewhere: another inbox, or after a UIDVALIDITY change.
        case foundAgain = "found-again"
        case read
        case drafted
        case parked
        case unparked
        case edited
        case approved
        case rejected
        case superseded
        case undone
        case refused
        case sending
        case retrying
        case sent
        case failed
        case uncertain
        case resolved
        /// It was accepted, and did not reach the customer all the same.
        case bounced
        /// A provider says that what it had reported as lost reached the customer after all.
        case arrived
        case closed
        /// A person said what the message is about.
        case corrected
        case acknowledged
        /// An automatic mail was not sent; the detail names the rule.
        case withheld
        /// A promise was made, kept, beaten, broken, moved, withdrawn or opened again; the detail says which.
        case promise
        /// Somebody with more authority was asked.
        case asked
        /// The first of two people released a draft.
        case seconded
        /// Goodwill was granted or taken back.
        case goodwill
        /// Something to come back to was planned, done or dropped.
        case followUp = "follow-up"
        /// A channel was handed a delivery, and it is durable.
        case delivered
        /// A delivery came under the number of another, with other bytes.
        case contradicted
        /// A delivery was taken apart; the detail says into what.
        case unpacked
        /// Parts of a reply that goes out in several have arrived.
        case partSent = "part-sent"
        /// Two addresses were found, or said, to be one customer's; the detail says which.
        case linked
        /// What was one customer is two again.
        case separated
    }

    package var id: ID
    package var at: Date
    package var event: Event
    /// `wavelength` or a user's name.
    package var actor: String
    package var message: Message.ID?
    package var conversation: Conversation.ID?
    package var delivery: Delivery.ID?
    /// One line; never a body.
    package var detail: String

    package init(
        id: ID,
        at: Date,
        event: Event,
        actor: String,
        message: Message.ID?,
        conversation: Conversation.ID?,
        delivery: Delivery.ID? = nil,
        detail: String
    ) {
        self.id = id
        self.at = at
        self.event = event
        self.actor = actor
        self.message = message
        self.conversation = conversation
        self.delivery = delivery
        self.detail = detail
    }
}
