import Foundation
import GRDB
import Model

extension Database {
    func messagesDrafted(from template: String, limit: Int) throws -> [DraftedMessage] {
        try rows(Self.drafted, [template.column, max(limit, 0)]).map(DraftedMessage.init)
    }

    /// A correction may have brought a draft another template: only the last that the program wrote for a message counts.
    static let drafted = """
        SELECT written.body AS draft_body, written.at AS drafted_at, of_draft.*
        FROM draft_version AS written
            JOIN draft ON draft.id = written.draft AND draft.place IS NULL
            JOIN (\(Message.select)) AS of_draft ON of_draft.id = draft.message
        WHERE \(untouched("written")) AND written.body ->> '$.template' = ?
            AND NOT EXISTS (
                SELECT 1 FROM draft AS other JOIN draft_version AS later ON later.draft = other.id
                WHERE other.message = draft.message AND other.place IS NULL AND \(untouched("later"))
                    AND (later.draft, later.version) > (written.draft, written.version)
            )
        ORDER BY written.draft DESC, written.version DESC LIMIT ?
        """

    /// Whether a version is the program's own work. What it brings back after a mail failed may be a person's.
    private static func untouched(_ version: String) -> String {
        """
        \(version).author = 'wavelength' AND NOT EXISTS (
            SELECT 1 FROM draft_version AS edited
            WHERE edited.draft = \(version).draft AND edited.version < \(version).version
                AND edited.author <> 'wavelength'
        )
        """
    }
}

extension DraftedMessage {
    fileprivate init(row: Row) throws {
        self.init(
            message: try Message(row: row),
            draft: try row.json(DraftBody.self, "draft_body"),
            draftedAt: try row.date("drafted_at")
        )
    }
}
