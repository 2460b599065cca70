/// The durable memory of the program, in charge of the law of custody: what was taken is open, answered or parked,
/// and every change leaves a row of history in the transaction that makes it.
///
/// One method is one transaction and keeps one invariant. A method returns only after its effects would survive a
/// power cut. Engines (SQLite, PostgreSQL) pass the same contract tests. Times come in as arguments and are kept to the
/// microsecond; the store has no clock and no randomness. Every error is a `StoreError`, or the `CancellationError` of a
/// cancelled task; either way nothing was written. Text comes back as it was, but for a NUL outside bodies, readings and
/// drafts, which becomes U+FFFD.
package protocol Store: TakingStore, ReadingStore, DecisionStore, OutboxStore, ConversationStore, AccessStore,
    AlertStore, LearningStore, PromiseStore, LimitStore, GoodwillStore, CustomerStore, DeliveryStore, ChatStore
{
    /// Finishes what runs and lets go of the engine. Nothing may be called afterwards.
    func close() async throws
}

/// Why a transaction did not happen. Nothing of it was written.
package enum StoreError: Error, Hashable, Sendable {
    /// The engine is busy or unreachable at the moment.
    case busy(String)
    /// No room, or the medium refuses to write: a person has to act, and trying again later is right.
    case cannotWrite(String)
    /// What the caller names is not there.
    case notFound(String)
    /// A transition that the domain forbids, such as sending a mail that was sent.
    case illegal(String)
    /// The data cannot be what this program wrote.
    case damaged(String)

    /// Whether the same call can succeed later without anybody changing the data.
    package var isTransient: Bool {
        switch self {
        case .busy, .cannotWrite: true
        case .notFound, .illegal, .damaged: false
        }
    }
}
