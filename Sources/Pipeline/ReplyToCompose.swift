package import Foundation
package import Model

/// Everything that goes into the mail of an approved draft.
package struct ReplyToCompose: Sendable {
    package var draft: Draft
    package var record: ConversationRecord
    package var inbox: Inbox
    /// The display name of who releases it.
    package var agent: String
    package var at: Date

    package init(draft: Draft, record: ConversationRecord, inbox: Inbox, agent: String, at: Date) {
        self.draft = draft
        self.record = record
        self.inbox = inbox
        self.agent = agent
        self.at = at
    }
}

/// A composed mail, or what is still missing before there can be one.
package enum ReplyComposition: Sendable {
    case composed(ComposedMail)
    case refused([Refusal])
}
