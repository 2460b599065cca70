package import Foundation
package import Model

/// A message that is about to be drafted for: what there is to find out about it.
package struct SituationQuestion: Hashable, Sendable {
    package var reading: Model.Reading
    package var content: MessageContent
    package var inbox: Inbox
    /// nil where nobody can be told.
    package var customer: MailAddress?
    /// Where it is known to belong.
    package var conversation: Conversation.ID?
    package var at: Date

    package init(
        reading: Model.Reading,
        content: MessageContent,
        inbox: Inbox,
        customer: MailAddress?,
        conversation: Conversation.ID? = nil,
        at: Date
    ) {
        self.reading = reading
        self.content = content
        self.inbox = inbox
        self.customer = customer
        self.conversation = conversation
        self.at = at
    }
}
