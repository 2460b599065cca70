package import Foundation
package import Model

/// What people decide about drafts.
package protocol DecisionStore: Sendable {
    /// Messages that wait for a person: one entry a conversation, its newest open message. Who waited longest comes
    /// first, by the oldest open message, so that writing again costs nobody their place. A conversation that waits for
    /// nothing but a queued draft has an entry with its newest message, in the place of one taken when it was queued.
    func queue(limit: Int, offset: Int) async throws -> [QueueEntry]

    /// How many entries the queue has.
    func queueLength() async throws -> Int

    /// A draft in its newest version; nil where there is none.
    func draft(_ id: Draft.ID) async throws -> Draft?

    /// Saves a changed body as the next version, if the draft is still pending in the version that was edited. Why the
    /// draft was made (`DraftBody.occasion`) stays, and that two people have to release it.
    func edit(_ id: Draft.ID, version: Int, body: DraftBody, by: String, at: Date) async throws -> Decision<Draft>

    /// Starts a reply where nothing was drafted; throws `illegal` beside a pending draft, before the message is read,
    /// or for another occasion than the message.
    func startDraft(for message: Message.ID, body: DraftBody, by: String, at: Date) async throws -> Draft

    /// Releases a draft: puts its mail into the outbox and closes its messages in one transaction, if nothing the
    /// approval names has moved. Of two at once, one wins and the other is told.
    ///
    /// With it, in the same transaction: what it promises is entered into the ledger, open promises that the next reply
    /// fulfils are done, the limits it names are noted, its grants are posted, and its check-back is planned. Where a
    /// grant does not fit into one of its caps, nothing happens and the decision says so. A draft that wants a second
    /// pair of eyes is released by the second of two people; the first one's release of that version, seen with that
    /// thread head, is kept and refused with `wantsSecondPair`. A draft about a promise that moves it
    /// (`Occasion.promiseLate`) marks the old one as moved, or leaves it broken where its time had passed; news of a
    /// delay or a limit and a check-back are not the reply that a promise waits for. What is taken back by
    /// `undo`, refused for good or bounced takes promises, notes of limits, grants and the check-back back with it, once;
    /// what it had done or moved of earlier promises is owed again, unless a later reply did it. All of that stands where
    /// a part of a reply in a chat has arrived. A grant whose amounts cannot be entered (below zero, an account twice) is `illegal`.
    ///
    /// Closed are the message that the draft answers and every older open one of its conversation, in the order in which
    /// they were filed; what came later stays open. A queued draft closes none: what the customer wrote waits for an
    /// answer of its own. A refusal leaves a row of history.
    func approve(
        _ approval: Approval,
        mail: NewOutgoingMail,
        commitments: Commitments
    ) async throws -> Decision<OutgoingMail.ID>

    /// Queues a draft that no message of the customer's is the reason for. It answers the newest message of the
    /// conversation, and is listed in the queue although that message may be answered.
    ///
    /// Refused, without a row of history, where a draft is pending in the conversation, where one was queued for that
    /// occasion before, and where there is nothing to tell any more: no delay of a promise that is done, no good news of
    /// one that broke, no check-back that was dropped. Where the draft is superseded, its occasion may be queued again; so
    /// may the end of a limit that the conversation was told of again. A follow-up is done when its draft is queued.
    /// Throws `illegal` for `Occasion.message`, `notFound` for what is not in the conversation.
    func queueDraft(
        _ body: DraftBody,
        in conversation: Conversation.ID,
        at: Date
    ) async throws -> Decision<Draft>

    /// Asks somebody with more authority to decide about a draft, which stays pending; the question stands in the
    /// history, and `Draft.askedBy` until the draft is edited by another person or decided.
    func askSenior(_ id: Draft.ID, version: Int, question: String, by: String, at: Date) async throws -> Decision<Draft>

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
