import Foundation
import GRDB
import Model

/// A limit as the store was told of it last; nil for words that were not kept yet.
private struct NotedLimit: Hashable {
    var limit: Limit?
    var hasEnded: Bool

    init(_ limit: Limit?, hasEnded: Bool) {
        self.limit = limit
        self.hasEnded = hasEnded
    }
}

extension Database {
    func noteLimits(inForce: [Limit], ended: [Limit], at: Date) throws -> [String] {
        let known = try notedLimits()
        let standing = Set(inForce.map(\.id.column))
        for limit in inForce where known[limit.id.column] != NotedLimit(limit, hasEnded: false) {
            try note(limit, endedAt: nil)
            if known[limit.id.column]?.hasEnded == true { try retireNews(endOf: limit.id, at: at) }
        }
        let over = ended.filter { !standing.contains($0.id.column) }
        for limit in over where known[limit.id.column] != NotedLimit(limit, hasEnded: true) {
            try note(limit, endedAt: at)
        }
        let gone = known.filter { !$1.hasEnded }.keys.sorted().filter { name in
            !standing.contains(name) && !over.contains { $0.id.column == name }
        }
        for name in gone { try run("UPDATE limit_state SET ended_at = ? WHERE name = ?", [at.microseconds, name]) }
        var seen: Set<String> = []
        let new = over.map(\.id.column).filter { known[$0]?.hasEnded != true && seen.insert($0).inserted }
        return new + gone
    }

    private func notedLimits() throws -> [String: NotedLimit] {
        let rows = try rows("SELECT name, ended_at, body FROM limit_state")
        return try rows.reduce(into: [:]) { known, row in
            let limit = try row.optionalJSON(Limit.self, "body")
            known[try row.text("name")] = NotedLimit(limit, hasEnded: try row.optionalDate("ended_at") != nil)
        }
    }

    /// Keeps the words of a limit and whether it ended; the first end that was known stays.
    private func note(_ limit: Limit, endedAt: Date?) throws {
        try run(
            """
            INSERT INTO limit_state (name, ended_at, body) VALUES (?1, ?2, ?3)
            ON CONFLICT (name) DO UPDATE SET
                ended_at = CASE WHEN ?2 IS NOT NULL THEN coalesce(ended_at, ?2) END, body = ?3
            """,
            [limit.id.column, endedAt?.microseconds, JSONColumn.encode(limit)]
        )
    }

    /// News of an end that turned out to be none is told to nobody.
    private func retireNews(endOf limit: String, at: Date) throws {
        for conversation in try numbers(Self.pendingNews, [limit.column]).map(Conversation.ID.init(rawValue:)) {
            try supersedePendingDraft(of: conversation, at: at)
        }
    }

    static let pendingNews = """
        SELECT draft.conversation FROM occasion JOIN draft ON draft.id = occasion.draft
        WHERE occasion.kind = 'limit.ended' AND occasion.subject = ? AND draft.state = 'pending'
        """

    func untoldEndings() throws -> [Limit] {
        try rows(Self.untoldEndings).map { try $0.json(Limit.self, "body") }
    }

    static let untoldEndings = """
        SELECT body FROM limit_state
        WHERE ended_at IS NOT NULL AND body IS NOT NULL AND EXISTS (
            SELECT 1 FROM limit_told JOIN released ON released.outgoing = limit_told.outgoing
            WHERE limit_told.name = limit_state.name AND limit_told.ending IS NULL AND released.taken_back = 0
        )
        ORDER BY name
        """

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
