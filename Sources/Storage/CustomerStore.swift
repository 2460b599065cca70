package import Foundation
package import Model

/// What is known of customers from earlier conversations.
package protocol CustomerStore: Sendable {
    /// - Parameters:
    ///   - person: an address key.
    ///   - conversation: left out of `earlierConversations`; nil where none is known yet. What was broken and mended in
    ///     it counts: a second failure often comes in the conversation of the first.
    func customer(
        _ person: String,
        in inbox: InboxName,
        besides conversation: Conversation.ID?
    ) async throws
        -> CustomerRecord

    /// Keeps how a customer is to be addressed.
    func setFormality(_ formality: Formality, of person: String, by: String, at: Date) async throws
}
