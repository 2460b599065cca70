package import Foundation
package import Model

/// Reading what was taken.
package protocol ReadingStore: Sendable {
    /// Hands out stored messages that were not read yet, oldest first, and counts the attempt durably beforehand: a
    /// message that stops the program is known the next time.
    ///
    /// A message whose earlier attempt did not end comes alone, so that a poisonous one takes no neighbour with it; one
    /// with `attempts` of them is parked as `stopsTheReader` in the same transaction and not handed out.
    func claimUnread(limit: Int, attempts: Int, at: Date) async throws -> [UnreadMessage]

    /// Writes what was read, threads it, and keeps the draft, one transaction for the group.
    ///
    /// A conversation is found by `ThreadKeys`, in their order of strength (people and subject only within
    /// `sameSubjectWindow` seconds of its last message), else begun. A pending draft of that conversation is superseded by a newer one, keeping its
    /// text in the history of drafts. The same mail (by `Filing.identity`) from another inbox becomes a second arrival
    /// of the first message and gets no draft. A message that was parked at taking stays parked. An uncertain mail of
    /// ours that is named by `ThreadKeys.identifiers` has evidently arrived and becomes sent.
    func file(_ filings: [Filing], sameSubjectWindow: TimeInterval) async throws -> [Filed]

    /// Puts a message aside with a reason; its raw bytes stay.
    func park(_ message: Message.ID, reason: ParkReason, by: String, at: Date) async throws

    /// Gives a parked message back to the reader.
    func unpark(_ message: Message.ID, by: String, at: Date) async throws
}
