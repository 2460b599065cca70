package import Foundation
package import Model

/// Looking at what there is.
package protocol ConversationStore: Sendable {
    /// One message; nil where there is none. The number of a second arrival gives the message that it counts as.
    func message(_ id: Message.ID) async throws -> Message?

    /// A conversation with all that was said and done in it; nil where there is none.
    func conversation(_ id: Conversation.ID) async throws -> ConversationRecord?

    /// Where a conversation stands now; nil where there is none.
    func threadHead(of conversation: Conversation.ID) async throws -> ThreadHead?

    /// Everything that happened to one message, oldest first.
    func history(of message: Message.ID) async throws -> [HistoryEntry]

    /// Parked messages, newest first.
    func parked(limit: Int) async throws -> [Message]

    /// Adds a row of history for what happened outside any other transaction, such as an automatic mail withheld.
    func note(
        _ event: HistoryEntry.Event,
        message: Message.ID?,
        conversation: Conversation.ID?,
        detail: String,
        by: String,
        at: Date
    ) async throws

    /// A number that changes when another process has written to the store, so that services know when to look.
    func changeCounter() async throws -> Int
}
