package import Foundation
package import Model

/// What is known of customers from earlier conversations.
package protocol CustomerStore: Sendable {
    /// - Parameters:
    ///   - person: an address key.
    ///   - conversation: left out of the counts; nil where none is known yet.
    func customer(
        _ person: String,
        in inbox: InboxName,
        besides conversation: Conversation.ID?
    ) async throws
        -> CustomerRecord

    /// Keeps how a customer is to be addressed.
    func setFormality(_ formality: Formality, of person: String, by: String, at: Date) async throws
}
