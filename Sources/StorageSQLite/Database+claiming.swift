import Foundation
import GRDB
import Model

extension Database {
    /// Hands out unread messages as `ReadingStore.claimUnread` says.
    func claimUnread(limit: Int, attempts: Int, at: Date) throws -> [UnreadMessage] {
        try claim(
            { try unread(limit: limit) },
            attempts: attempts,
            park: { try parkStopper($0.id, attempts: $0.attempts, at: at) }
        )
        .map(handOut)
    }

    private func unread(limit: Int) throws -> [ClaimCandidate<Message>] {
        try rows(Self.unreadMessages, [max(limit, 0)]).map(ClaimCandidate.init)
    }

    static let unreadMessages = """
        SELECT id, attempts, size FROM message WHERE unread = 1 ORDER BY \(canWait), taken_at, id LIMIT ?
        """

    /// Whether nobody sits before a chat and waits for the answer. Word for word what `message_unread` is ordered by.
    static let canWait = "(form <> 'chat' OR circumstance <> 'live')"

    private func handOut(_ id: Message.ID) throws -> UnreadMessage {
        try run("UPDATE message SET attempts = attempts + 1 WHERE id = ?", [id.rawValue])
        let row = try row("\(UnreadMessage.select) WHERE message.id = ?", [id.rawValue])
        return try UnreadMessage(row: row.orDamaged("raw bytes of message \(id)"))
    }

    /// Undoes what `handOut` counted; filing and parking have set it to 0.
    func giveBack(_ id: Message.ID) throws {
        try run(
            "UPDATE message SET attempts = attempts - 1 WHERE id = ? AND unread = 1 AND attempts > 0",
            [id.rawValue]
        )
    }

    private func parkStopper(_ id: Message.ID, attempts: Int, at: Date) throws {
        let detail = "The program stopped \(attempts) times while it read this message."
        try setParked(id, reason: ParkReason(.stopsTheReader, detail), by: Actor.program, at: at)
    }
}
