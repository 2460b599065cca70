package import Foundation
package import Model

/// What people decide about drafts.
package protocol DecisionStore: Sendable {
    /// Messages that wait for a person: one entry a conversation, its newest open message. Who waited longest comes
    /// first, by the oldest open message, so that writing again costs nobody their place.
    func queue(limit: Int, offset: Int) async throws -> [QueueEntry]

    /// How many entries the queue has.
    func queueLength() async throws -> Int

    /// A draft in its newest version; nil where there is none.
    func draft(_ id: Draft.ID) async throws -> Draft?

    /// Saves a changed body as the next version, if the draft is still pending in the version that was edited.
    func edit(_ id: Draft.ID, version: Int, body: DraftBody, by: String, at: Date) async throws -> Decision<Draft>

    /// Starts a reply where nothing was drafted; throws `illegal` beside a pending draft, or before the message is read.
    func startDraft(for message: Message.ID, body: DraftBody, by: String, at: Date) async throws -> Draft

    /// Releases a draft: puts its mail into the outbox and closes its messages in one transaction, if nothing the
    /// approval names has moved. Of two at once, one wins and the other is told.
    ///
    /// Closed are the message that the draft answers and every older open one of its conversation, in the order in which
    /// they were filed; what came later stays open. A refusal leaves a row of history.
    func approve(_ approval: Approval, mail: NewOutgoingMail) async throws -> Decision<OutgoingMail.ID>

    /// Turns a draft down. With `closing`, the message it answers and every older open one of its conversation need no
    /// reply and count as answered; else they stay open.
    func reject(
        _ id: Draft.ID,
        version: Int,
        reason: String,
        closing: Bool,
        by: String,
        at: Date
    ) async throws
        -> Decision<Draft>

    /// Says that a conversation needs no reply: its open messages count as answered, its pending draft is rejected.
    func closeConversation(_ id: Conversation.ID, reason: String, by: String, at: Date) async throws
}
