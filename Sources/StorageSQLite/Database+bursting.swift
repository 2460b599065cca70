import Foundation
import GRDB
import Model

extension Database {
    /// The messages that are one thought with this one, as `ReadingStore.burst` says.
    func burst(before message: Message.ID, pause: TimeInterval, window: TimeInterval) throws -> [UnreadMessage] {
        let said = try rows(Self.saidBefore, [message.rawValue]).map(SaidMessage.init)
        guard let own = said.first(where: { $0.id == message }) else { return [] }
        let others = said.filter { $0.id != message }.around(own, pause: pause, window: window)
        if others.isEmpty { return [] }
        return try rows(Self.among, [try JSONColumn.encode(others.map(\.id.rawValue))]).map(UnreadMessage.init)
    }

    /// The message itself, and what its sender said before and nobody has got an answer to. Not looked for among all that
    /// they ever wrote, so that it takes as long with a customer of many years.
    static let saidBefore = """
        SELECT id, coalesce(source_date, taken_at) AS said_at FROM (
            SELECT id, state, answered_by, source_date, taken_at FROM message
            WHERE inbox = (SELECT inbox FROM message WHERE id = ?1)
                AND sender = (SELECT sender FROM message WHERE id = ?1) AND id <= ?1 AND form = 'chat'
            ORDER BY id DESC LIMIT 200
        ) AS said
        WHERE id = ?1 OR state IN ('stored', 'open') OR EXISTS (
            SELECT 1 FROM outgoing
            WHERE outgoing.id = said.answered_by AND outgoing.state = 'waiting' AND outgoing.parts_sent = 0
        )
        ORDER BY id DESC LIMIT 51
        """

    static let among = """
        \(UnreadMessage.select) WHERE message.id IN (SELECT value FROM json_each(?)) ORDER BY message.id
        """
}

/// A chat message by the time at which it was said.
private struct SaidMessage {
    var id: Message.ID
    var at: Date

    init(row: Row) throws {
        id = try row.id("id")
        at = try row.date("said_at")
    }
}

extension [SaidMessage] {
    /// Those before and behind one that lead to it without a gap, and all behind it that are within the window: what is
    /// said later stands in the draft that its own takes the place of.
    fileprivate func around(_ own: SaidMessage, pause: TimeInterval, window: TimeInterval) -> [SaidMessage] {
        let inOrder = sorted { $0.at < $1.at }
        var (first, last) = (own.at, own.at)
        var found: [SaidMessage] = []
        for said in inOrder.reversed() where said.at <= own.at && said.at >= first.addingTimeInterval(-pause) {
            first = said.at
            found.append(said)
        }
        let end = own.at.addingTimeInterval(window)
        for said in inOrder where said.at > own.at && (said.at <= end || said.at <= last.addingTimeInterval(pause)) {
            last = said.at
            found.append(said)
        }
        return found
    }
}
