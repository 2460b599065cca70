package import Foundation

/// A message of the past with what the program drafted for it, before any person changed that.
package struct DraftedMessage: Hashable, Sendable {
    /// As it is known now: what people corrected since counts.
    package var message: Message
    package var draft: DraftBody
    package var draftedAt: Date

    package init(message: Message, draft: DraftBody, draftedAt: Date) {
        self.message = message
        self.draft = draft
        self.draftedAt = draftedAt
    }
}
