import Foundation
import GRDB
import Model
import Storage

extension Database {
    func correct(_ id: Message.ID, intents: [String], by: String, at: Date) throws -> Correction {
        guard !intents.isEmpty else { throw StoreError.illegal("A correction names at least one intent.") }
        guard let message = try message(id) else { throw StoreError.notFound("message \(id)") }
        guard let reading = message.reading else {
            throw StoreError.illegal("Message \(id) was not read yet: there is nothing to correct.")
        }
        let row = try insert(
            "INSERT INTO correction (message, intents, by, at) VALUES (?, ?, ?, ?)",
            [message.id.rawValue, try JSONColumn.encode(intents), by.column, at.microseconds]
        )
        let before = message.correction?.intents ?? reading.matters
        let detail =
            "\(before.isEmpty ? "not clear" : before.joined(separator: ", ")) → \(intents.joined(separator: ", "))"
        try record(
            .corrected,
            message: message.id,
            conversation: message.conversation,
            detail: detail,
            by: by,
            at: at
        )
        return Correction(id: Correction.ID(rawValue: row), message: message.id, intents: intents, by: by, at: at)
    }

    func newestCorrection() throws -> Correction? {
        try row("SELECT * FROM correction ORDER BY id DESC LIMIT 1").map(Correction.init)
    }

    func labelledMessages(limit: Int) throws -> [LabelledMessage] {
        try rows(Self.labelled, [limit]).reversed().map(LabelledMessage.init)
    }

    /// A draft's template bears the name of its intent; `unclear` and no template name none, and what no message was
    /// the reason for says nothing about one.
    private static let labelled = """
        WITH
            corrected AS (
                SELECT message, intents, at, 'correction' AS source FROM correction
                WHERE id IN (SELECT max(id) FROM correction GROUP BY message)
            ),
            released AS (
                SELECT draft.message AS message, draft_version.body ->> '$.template' AS template, max(draft_version.at) AS at
                FROM draft JOIN draft_version
                    ON draft_version.draft = draft.id AND draft_version.version = draft.version
                WHERE draft.state IN ('approved', 'sent') AND draft.place IS NULL
                    AND draft.message NOT IN (SELECT message FROM correction)
                GROUP BY draft.message
            ),
            labelled AS (
                SELECT * FROM corrected
                UNION ALL
                SELECT message, json_array(template), at, 'approval' FROM released
                WHERE template NOT IN ('', 'unclear')
            )
        SELECT labelled.*, message_text.reading ->> '$.newText' AS text, message_text.reading ->> '$.language' AS language
        FROM labelled JOIN message_text ON message_text.message = labelled.message
        ORDER BY labelled.at DESC, labelled.message DESC LIMIT ?
        """

    func pastMessages(limit: Int) throws -> [PastMessage] {
        try rows(
            """
            SELECT message, reading ->> '$.newText' AS text, reading ->> '$.language' AS language,
                coalesce(reading -> '$.matters', '[]') AS matters
            FROM message_text
            WHERE reading ->> '$.automatic.verdict' IN ('human', 'list')
            ORDER BY message DESC LIMIT ?
            """,
            [limit]
        )
        .map(PastMessage.init)
    }
}

extension Database {
    func earlierLanguage(of person: String, vouched: String?, in inbox: InboxName) throws -> String? {
        let addresses = try addresses(of: person, vouched: vouched)
        let last =
            addresses.count > 1
            ? try row(Self.linkedLastLanguage, [try JSONColumn.encode(addresses.map(\.column))])
            : try row(Self.lastLanguage, [inbox.column, person.column])
        let language = try last?.optionalText("language")
        return language == "und" ? nil : language
    }

    static let lastLanguage = """
        SELECT message_text.reading ->> '$.language' AS language
        FROM conversation JOIN message_text ON message_text.message = conversation.last_message
        WHERE conversation.inbox = ? AND conversation.person = ? AND conversation.subject_key IS NOT NULL
        ORDER BY conversation.last_message_at DESC LIMIT 1
        """

    static let linkedLastLanguage = """
        SELECT message_text.reading ->> '$.language' AS language
        FROM json_each(?) CROSS JOIN conversation ON person = value
            CROSS JOIN message_text ON message_text.message = conversation.last_message
        ORDER BY conversation.last_message_at DESC LIMIT 1
        """
}

extension Correction {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            message: try row.id("message"),
            intents: try row.json([String].self, "intents"),
            by: try row.text("by"),
            at: try row.date("at")
        )
    }
}

extension LabelledMessage {
    fileprivate init(row: Row) throws {
        self.init(
            message: try row.id("message"),
            text: try row.text("text"),
            language: try row.text("language"),
            intents: try row.json([String].self, "intents"),
            source: try row.word(Source.self, "source")
        )
    }
}

extension PastMessage {
    fileprivate init(row: Row) throws {
        self.init(
            message: try row.id("message"),
            text: try row.text("text"),
            language: try row.text("language"),
            matters: try row.json([String].self, "matters")
        )
    }
}
