import Foundation
import GRDB
import Model

private struct Candidate {
    /// How many octets are in memory at once, whatever the messages are like.
    private static let most = 16 << 20

    var id: Message.ID
    var attempts: Int
    var size: Int

    init(row: Row) throws {
        id = try row.id("id")
        attempts = try row.int("attempts")
        size = try row.int("size")
    }

    /// The first one, and those after it that fit beside it.
    static func affordable(_ candidates: ArraySlice<Self>) -> ArraySlice<Self> {
        var room = most
        let fitting = candidates.prefix { candidate in
            room -= candidate.size
            return room >= 0
        }
        return fitting.isEmpty ? candidates.prefix(1) : fitting
    }
}

extension Database {
    /// Hands out unread messages as `ReadingStore.claimUnread` says.
    func claimUnread(limit: Int, attempts: Int, at: Date) throws -> [UnreadMessage] {
        while true {
            let candidates = try rows(
                "SELECT id, attempts, size FROM message WHERE unread = 1 ORDER BY taken_at, id LIMIT ?",
                [max(limit, 0)]
            )
            .map(Candidate.init)
            let worn = candidates.prefix { $0.attempts >= attempts }
            for message in worn { try parkStopper(message.id, attempts: message.attempts, at: at) }
            let rest = candidates.dropFirst(worn.count)
            guard let first = rest.first else {
                if worn.isEmpty { return [] }
                continue
            }
            // One that was tried comes alone; fresh ones come together, up to the next that was tried.
            let group = first.attempts > 0 ? rest.prefix(1) : Candidate.affordable(rest.prefix { $0.attempts == 0 })
            return try group.map { try handOut($0.id) }
        }
    }

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
