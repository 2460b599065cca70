/// A line of the desk's queue: a message that waits for a person, with its draft where there is one.
package struct QueueEntry: Hashable, Sendable {
    package var message: Message
    package var conversation: Conversation
    /// nil where nothing was drafted: a bounce, an automatic reply, a message that could not be drafted for.
    package var draft: Draft?

    package init(message: Message, conversation: Conversation, draft: Draft?) {
        self.message = message
        self.conversation = conversation
        self.draft = draft
    }
}

/// A conversation with everything that was said and done in it.
package struct ConversationRecord: Hashable, Sendable {
    package var conversation: Conversation
    /// Oldest first.
    package var messages: [Message]
    /// Oldest first, without raw bytes where `outgoing` is only listed.
    package var outgoing: [OutgoingMail]
    /// Oldest first; every draft in its newest version.
    package var drafts: [Draft]
    package var history: [HistoryEntry]

    package init(
        conversation: Conversation,
        messages: [Message],
        outgoing: [OutgoingMail],
        drafts: [Draft],
        history: [HistoryEntry]
    ) {
        self.conversation = conversation
        self.messages = messages
        self.outgoing = outgoing
        self.drafts = drafts
        self.history = history
    }
}
