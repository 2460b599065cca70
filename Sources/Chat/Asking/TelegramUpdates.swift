/// One page of `getUpdates` (core.telegram.org/bots/api#getupdates).
package struct TelegramUpdates: Hashable, Sendable {
    package let count: Int
    /// The `offset` of the next request; nil for an empty page, and where no update has a number.
    package let next: String?

    /// - Parameter result: of an answer, as `TelegramSaid` gives it.
    ///
    /// Throws where it is no list of updates.
    package init(_ result: JSONValue) throws(AskError) {
        guard let updates = result.list else {
            throw AskError(.nonsense, "Telegram answered with something that is no list of updates.")
        }
        count = updates.count
        // Not held against the last offset: after a week without updates Telegram counts on from any number.
        next = updates.compactMap { $0["update_id"]?.whole }.filter { $0 < Int.max }.max().map { String($0 + 1) }
    }
}
