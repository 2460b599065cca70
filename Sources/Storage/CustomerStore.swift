package import Foundation
package import Model

/// What is known of customers from earlier conversations, and which addresses are one customer's.
///
/// Two addresses are one customer's where a channel vouches for it, or somebody at the desk says so; never by a name, or by
/// an address that somebody typed.
package protocol CustomerStore: Sendable {
    /// What counts for a customer with several addresses counts over all of them, and over all inboxes, since each channel
    /// is an inbox; for any other, in this inbox.
    ///
    /// - Parameters:
    ///   - person: an address key.
    ///   - vouched: an address key that a channel vouches for, of a message that is not filed yet.
    ///   - conversation: left out of `earlierConversations`; nil where none is known yet. What was broken and mended in
    ///     it counts: a second failure often comes in the conversation of the first.
    func customer(
        _ person: String,
        vouched: String?,
        in inbox: InboxName,
        besides conversation: Conversation.ID?
    ) async throws
        -> CustomerRecord

    /// Keeps how a customer is to be addressed.
    func setFormality(_ formality: Formality, of person: String, by: String, at: Date) async throws

    /// Every address that is one customer's with this one, itself included.
    func identities(of person: String) async throws -> CustomerIdentities

    /// Makes two addresses one customer's, and with them whoever is one with either; returns all of them. Where they are one
    /// already, nothing is written.
    ///
    /// Throws `illegal` for one and the same address, and `notFound` where nobody has written from one of them.
    @discardableResult
    func merge(_ person: String, with other: String, by: String, at: Date) async throws -> CustomerIdentities

    /// Takes back everything that makes an address one customer's with others, also what a channel vouched for; that is not
    /// linked again by itself. Others that were one customer only through it are separated with it. Returns the links that
    /// were taken back.
    @discardableResult
    func separate(_ person: String, by: String, at: Date) async throws -> [IdentityLink]

    /// The newest conversations of a customer, over all of their addresses and inboxes, newest first.
    func conversations(
        of person: String,
        besides conversation: Conversation.ID?,
        limit: Int
    ) async throws -> [CustomerConversation]
}

extension CustomerStore {
    /// The same for a message that nobody vouches for, or that is filed.
    package func customer(
        _ person: String,
        in inbox: InboxName,
        besides conversation: Conversation.ID?
    ) async throws -> CustomerRecord {
        try await customer(person, vouched: nil, in: inbox, besides: conversation)
    }
}
