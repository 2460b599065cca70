/// What a provider says of a message of ours once it has taken it: a delivery status, as a notification is for mail
/// (RFC 3464).
package struct ReplyReceipt: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, Codable {
        /// The provider has it, and goes on trying.
        case accepted
        /// It is on a device of the customer's, or was read there.
        case arrived
        /// The customer did not get it, and will not.
        case failed
    }

    /// The provider's number of the message.
    package var number: String
    /// Which part of which reply it is; nil where the provider does not give that back.
    package var part: SentPartName?
    package var state: State
    /// What happened. Of a failure: why, and what can be done, for the person who released the reply.
    package var sentence: String

    package init(number: String, part: SentPartName? = nil, state: State, sentence: String) {
        self.number = number
        self.part = part
        self.state = state
        self.sentence = sentence
    }
}
