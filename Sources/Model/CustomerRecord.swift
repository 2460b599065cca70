package import Foundation

/// What is known of a customer from earlier conversations, by their address key.
package struct CustomerRecord: Hashable, Sendable {
    /// How they are addressed, where somebody has said so.
    package var formality: Formality?
    /// Conversations with them before this one.
    package var earlierConversations: Int
    /// Promises to them that were broken.
    package var brokenPromises: Int
    /// When recoveries were sent to them, newest first.
    package var recoveries: [Date]

    package init(
        formality: Formality? = nil,
        earlierConversations: Int = 0,
        brokenPromises: Int = 0,
        recoveries: [Date] = []
    ) {
        self.formality = formality
        self.earlierConversations = earlierConversations
        self.brokenPromises = brokenPromises
        self.recoveries = recoveries
    }
}
