import GRDB
import Model

extension Database {
    func cursor(inbox: InboxName, mailbox: String) throws -> Model.Cursor? {
        try row(
            "SELECT validity, uid, skipped_through FROM mailbox_cursor WHERE inbox = ? AND mailbox = ?",
            [inbox.column, mailbox.column]
        )
        .map { row in
            Model.Cursor(
                inbox: inbox,
                mailbox: mailbox,
                validity: try row.decode(UInt32.self, forColumn: "validity"),
                uid: try row.decode(UInt32.self, forColumn: "uid"),
                skippedThrough: try row.decode(UInt32.self, forColumn: "skipped_through")
            )
        }
    }

    func move(_ cursor: Model.Cursor) throws {
        try run(
            """
            INSERT INTO mailbox_cursor (inbox, mailbox, validity, uid, skipped_through) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (inbox, mailbox) DO UPDATE SET
                validity = excluded.validity, uid = excluded.uid, skipped_through = excluded.skipped_through
            """,
            [cursor.inbox.column, cursor.mailbox.column, cursor.validity, cursor.uid, cursor.skippedThrough]
        )
    }
}
