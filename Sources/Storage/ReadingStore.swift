package import Foundation
package import Model

/// Reading what was taken.
package protocol ReadingStore: Sendable {
    /// Hands out stored messages that were not read yet, oldest first, and counts the attempt durably beforehand: a
    /// message that stops the program is known the next time. Live messages of chats come before all others, since
    /// somebody waits there for the answer.
    ///
    /// A message whose earlier attempt did not end comes alone, so that a poisonous one takes no neighbour with it; one
    /// with `attempts` of them is parked as `stopsTheReader` in the same transaction and not handed out. At most `limit`
    /// come at once, and no more than 16 MB of them unless a single one is larger.
    ///
    /// Meant for one reader. Two at once may read the same message; `file` keeps the first filing of it.
    func claimUnread(limit: Int, attempts: Int, at: Date) async throws -> [UnreadMessage]

    /// Takes back what `claimUnread` handed out and what a stop in good order kept from being read: it is unread as before,
    /// and the attempt does not count. Messages that were filed or parked meanwhile stay as they are.
    func giveBack(_ messages: [Message.ID]) async throws

    /// Writes what was read, threads it, and keeps the draft, one transaction for the group.
    ///
    /// A conversation is found by `ThreadKeys`, in their order of strength, else begun. People and subject count in the
    /// same inbox alone, and within `sameSubjectWindow` seconds of its last message, by when the source received them.
    /// A message that comes from the park a second time keeps its conversation.
    ///
    /// A pending draft of the conversation is superseded by a newer one, keeping its text in the versions of drafts. The
    /// same mail (by `Filing.identity`) found again becomes a second arrival of the first message and gets no draft:
    /// its number leads to that message, its bytes stay its own. A parked message stays parked and gets no draft. An
    /// uncertain mail of ours that is named by `ThreadKeys.identifiers` has evidently arrived and becomes sent. A permanent
    /// bounce of a reply of ours to its first recipient takes back what that committed us to; the reply stays sent.
    ///
    /// What the same person writes stops a reply in a chat that was approved and that nobody has yet, be it in its undo
    /// window or between two tries: it is taken back as by `OutboxStore.undo`, with the reason as its `lastAnswer`. One that
    /// is leaving at that moment cannot be handed over any more (`OutboxStore.markHandingOver`), or is taken back once it
    /// turns out that it did not leave (`OutboxStore.markRetry`). A mail in its undo window is stopped by a chat message of
    /// its conversation. What a program wrote stops nothing.
    ///
    /// A message that was filed before is left as it is, and its earlier outcome returned.
    func file(_ filings: [Filing], sameSubjectWindow: TimeInterval) async throws -> [Filed]

    /// The chat messages that are one thought with this one: of the same sender in the same inbox, none further than `pause`
    /// seconds from the next by their own time, taken before it, and not answered yet. A reply that nobody has yet answers
    /// nothing. With them all that was said after it, within `window` seconds, and is not answered: a message that comes
    /// late must not take the place of a newer one.
    ///
    /// In the order in which they were taken, without the message itself; at most 50, of the last 200 of that sender.
    func burst(
        before message: Message.ID,
        pause: TimeInterval,
        window: TimeInterval
    ) async throws -> [UnreadMessage]

    /// The language of the last conversation with a person (`ThreadKeys.person`) in an inbox, an ISO 639 code; nil where
    /// there was none, or it was not told. Conversations without a telling subject are not looked at.
    func earlierLanguage(of person: String, in inbox: InboxName) async throws -> String?

    /// Puts a message aside with a reason; its raw bytes stay. Throws `illegal` where it was answered.
    func park(_ message: Message.ID, reason: ParkReason, by: String, at: Date) async throws

    /// Gives a parked message back to the reader; throws `illegal` where it is not parked, or is a
    /// delivery that nobody could take apart (`DeliveryStore.unpack`).
    func unpark(_ message: Message.ID, by: String, at: Date) async throws
}
