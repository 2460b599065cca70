package import Foundation

/// What the reader hands to the store about one message: what it says, where it belongs, and a draft.
package struct Filing: Hashable, Sendable {
    package var message: Message.ID
    package var content: MessageContent
    package var reading: Reading
    /// Equal for the same mail in two inboxes: a digest of Message-ID, From, Date, Subject and the raw body. Empty
    /// where the mail has no Message-ID, so that nothing is merged by accident.
    package var identity: String
    package var thread: ThreadKeys
    package var customer: MailAddress?
    package var draft: DraftBody?
    package var at: Date

    package init(
        message: Message.ID,
        content: MessageContent,
        reading: Reading,
        identity: String,
        thread: ThreadKeys,
        customer: MailAddress?,
        draft: DraftBody?,
        at: Date
    ) {
        self.message = message
        self.content = content
        self.reading = reading
        self.identity = identity
        self.thread = thread
        self.customer = customer
        self.draft = draft
        self.at = at
    }
}

/// Where a filed message ended up.
package struct Filed: Hashable, Sendable {
    package var message: Message.ID
    package var conversation: Conversation.ID
    /// Set where the same mail had come through another inbox: this one is now a second arrival of that message.
    package var sameAs: Message.ID?
    package var draft: Draft.ID?

    package init(message: Message.ID, conversation: Conversation.ID, sameAs: Message.ID?, draft: Draft.ID?) {
        self.message = message
        self.conversation = conversation
        self.sameAs = sameAs
        self.draft = draft
    }
}
