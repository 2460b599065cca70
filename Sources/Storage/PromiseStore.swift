package import Foundation
package import Model

/// The ledger of what customers were promised, and what there is to come back to.
///
/// Promises are entered by `DecisionStore.approve`, in the transaction that releases the reply they stand in.
package protocol PromiseStore: Sendable {
    /// Every promise of a conversation, oldest first.
    func promises(in conversation: Conversation.ID) async throws -> [Promise]

    /// Open promises, by due time; with `dueBefore`, those due before it.
    func openPromises(dueBefore: Date?, limit: Int) async throws -> [Promise]

    /// Promises that broke, are not done yet, and were not followed by another in their conversation; by due time.
    func overduePromises(limit: Int) async throws -> [Promise]

    /// Those of `overduePromises` whose customers have heard nothing: no draft with news of the delay was queued, or only
    /// one that was superseded, and no reply moved it; by due time.
    func untoldDelays(limit: Int) async throws -> [Promise]

    /// Promises that something done beat, are not due before `at`, and of which no draft with the good news was queued, or
    /// only one that was superseded; by due time.
    func untoldSuccesses(at: Date, limit: Int) async throws -> [Promise]

    /// The promised thing is done: `Promise.state(doneAt:)` says what becomes of it. A broken promise keeps its state and
    /// gets its `doneAt`. Refused where it was settled otherwise. A pending draft with news of its delay is superseded.
    func markDone(_ promise: Promise.ID, by: String, at: Date) async throws -> Decision<Promise>

    /// The customer no longer wants it, or it was entered in error. Refused where it is not open. A pending draft with
    /// news of its delay is superseded.
    func withdraw(_ promise: Promise.ID, reason: String, by: String, at: Date) async throws -> Decision<Promise>

    /// Marks open promises whose time has passed as broken, and returns them.
    func breakOverdue(at: Date) async throws -> [Promise]

    /// How long promises really took, from the release to `doneAt`, newest first: of an inbox and an intent. Those
    /// that were broken and never done count until now. One that took the place of another of the same intent counts from
    /// the release of the first, which is left out.
    func promiseSpans(inbox: InboxName, matter: String, limit: Int, at: Date) async throws -> [DateInterval]

    /// How long customers really waited for a reply, from when the oldest message that it answers was taken to the
    /// release, newest first. Messages from before their inbox was connected are left out.
    func answerSpans(inbox: InboxName, limit: Int) async throws -> [DateInterval]

    /// How promises made since a time ended, by inbox, intent and template; open ones are left out.
    func promiseTallies(since: Date) async throws -> [PromiseTally]

    /// Plans to come back to a conversation. One of each kind may wait in a conversation: the later call moves it.
    func plan(_ kind: FollowUp.Kind, in conversation: Conversation.ID, dueAt: Date, by: String, at: Date) async throws

    /// What is due, by due time.
    func dueFollowUps(at: Date, limit: Int) async throws -> [FollowUp]

    /// Drops what is no longer wanted, with a reason in the history. What was done or dropped already stays as it is.
    func dropFollowUp(_ id: FollowUp.ID, reason: String, by: String, at: Date) async throws
}
