package import Foundation

/// An approved reply as a channel sends it. Its JSON is the raw bytes of an outgoing mail of the form `chat`.
package struct ChatReply: Hashable, Sendable, Codable {
    package var place: ChatPlace
    /// Each within the provider's limit, to be sent one after the other.
    package var parts: [String]
    /// The number of the message that it answers, for providers that can quote.
    package var answers: String?
    /// After this the provider takes no free reply any more (24 hours after the customer's last message on WhatsApp and
    /// Messenger); nil where there is no such limit.
    package var closesAt: Date?

    package init(place: ChatPlace, parts: [String], answers: String? = nil, closesAt: Date? = nil) {
        self.place = place
        self.parts = parts
        self.answers = answers
        self.closesAt = closesAt
    }
}
