import Foundation
import GRDB
import Model

extension Database {
    func noteLimits(inForce: [String], ended: [String], at: Date) throws -> [String] {
        let standing = Set(inForce.map(\.column))
        for limit in standing.sorted() {
            try run(
                """
                INSERT INTO limit_state (name) VALUES (?)
                ON CONFLICT (name) DO UPDATE SET ended_at = NULL WHERE ended_at IS NOT NULL
                """,
                [limit]
            )
        }
        let gone = try rows(Self.limitsInForce).map { try $0.text("name") }.filter { !standing.contains($0) }
        let over = ended.map(\.column).filter { !standing.contains($0) }
        var new: [String] = []
        for limit in over + gone where try setEnded(limit, at: at) { new.append(limit) }
        return new
    }

    static let limitsInForce = "SELECT name FROM limit_state WHERE ended_at IS NULL ORDER BY name"

    /// False where that was known.
    private func setEnded(_ limit: String, at: Date) throws -> Bool {
        try run(
            """
            INSERT INTO limit_state (name, ended_at) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET ended_at = excluded.ended_at WHERE ended_at IS NULL
            """,
            [limit, at.microseconds]
        )
        return changesCount > 0
    }

    func toldOfLimit(_ limit: String) throws -> [Conversation.ID] {
        try numbers(Self.told, [limit.column]).map(Conversation.ID.init(rawValue:))
    }

    static let told = """
        SELECT limit_told.conversation FROM limit_told JOIN released ON released.outgoing = limit_told.outgoing
        WHERE limit_told.name = ? AND limit_told.ending IS NULL AND released.taken_back = 0
        GROUP BY limit_told.conversation ORDER BY min(limit_told.outgoing)
        """

    func note(_ limit: String, toldBy release: Release) throws {
        try run(
            "INSERT INTO limit_told (outgoing, name, conversation) VALUES (?, ?, ?)",
            [release.mail.rawValue, limit.column, release.draft.conversation.rawValue]
        )
    }

    /// Whether a conversation was told of a limit since its end was last drafted for.
    func isToldAnew(of limit: String, _ conversation: Conversation.ID) throws -> Bool {
        try number(Self.toldAnew, [conversation.rawValue, limit.column]) != nil
    }

    static let toldAnew = """
        SELECT limit_told.outgoing FROM limit_told JOIN released ON released.outgoing = limit_told.outgoing
        WHERE limit_told.conversation = ? AND +limit_told.name = ? AND +limit_told.ending IS NULL
            AND released.taken_back = 0
        LIMIT 1
        """

    func bindNotes(of limit: String, in conversation: Conversation.ID, to draft: Draft.ID) throws {
        try run(
            "UPDATE limit_told SET ending = ? WHERE conversation = ? AND +name = ? AND +ending IS NULL",
            [draft.rawValue, conversation.rawValue, limit.column]
        )
    }

    func freeNotes(boundTo draft: Draft.ID) throws {
        try run("UPDATE limit_told SET ending = NULL WHERE ending = ?", [draft.rawValue])
    }
}
