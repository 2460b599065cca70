package import Foundation
package import Model

/// Taking mail into custody, and proving that all of it is there.
package protocol TakingStore: Sendable {
    /// How far a mailbox was taken; nil before the first connect.
    func cursor(inbox: InboxName, mailbox: String) async throws -> Cursor?

    /// Makes arrivals durable and then moves the cursor, in one transaction.
    ///
    /// An origin that is known, or bytes (by SHA-256) that the same inbox gave before under another origin, give the
    /// message that is there; nothing is taken twice. But a chat message that says at a known origin what the one there does
    /// not (`ChatStatement`) is taken as one of its own, at an origin with a digest of its words, and says so in its
    /// history: at most five for a number. `cursor` may be given alone to record the first connect.
    /// Returns one entry for each arrival, in order.
    func take(_ arrivals: [Arrival], advancing cursor: Cursor?, at: Date) async throws -> [Taken]

    /// The items of one mailbox that were taken, such as UIDs in decimal, for skipping and proving.
    func items(inbox: InboxName, mailbox: String, validity: UInt32) async throws -> Set<String>

    /// The sums of the law of custody over everything that was ever taken.
    func custody() async throws -> Custody

    /// The raw bytes of a message; throws `notFound`.
    func raw(of message: Message.ID) async throws -> [UInt8]
}
