package import Foundation

/// Something to come back to in a conversation at a time, although the customer has not written.
package struct FollowUp: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<FollowUp>

    package enum Kind: String, Hashable, Sendable, Codable {
        /// After a recovery: did it really work?
        case checkBack = "check-back"
    }

    package var id: ID
    package var kind: Kind
    package var conversation: Conversation.ID
    package var dueAt: Date

    package init(id: ID, kind: Kind, conversation: Conversation.ID, dueAt: Date) {
        self.id = id
        self.kind = kind
        self.conversation = conversation
        self.dueAt = dueAt
    }
}
