import Foundation
import GRDB
import Model

extension Database {
    func cursor(inbox: InboxName, mailbox: String) throws -> Model.Cursor? {
        try row(
            """
            SELECT validity, uid, backlog_end, is_rescan, first_connected FROM mailbox_cursor
            WHERE inbox = ? AND mailbox = ?
            """,
            [inbox.column, mailbox.column]
        )
        .map { row in
            Model.Cursor(
                inbox: inbox,
                mailbox: mailbox,
                validity: try row.decode(UInt32.self, forColumn: "validity"),
                uid: try row.decode(UInt32.self, forColumn: "uid"),
                backlogEnd: try row.decode(UInt32.self, forColumn: "backlog_end"),
                isRescan: try row.decode(Bool.self, forColumn: "is_rescan"),
                firstConnected: Date(microseconds: try row.decode(Int64.self, forColumn: "first_connected"))
            )
        }
    }

    func move(_ cursor: Model.Cursor) throws {
        try run(
            """
            INSERT INTO mailbox_cursor (inbox, mailbox, validity, uid, backlog_end, is_rescan, first_connected)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (inbox, mailbox) DO UPDATE SET
                validity = excluded.validity, uid = excluded.uid, backlog_end = excluded.backlog_end,
                is_rescan = excluded.is_rescan, first_connected = excluded.first_connected
            """,
            [
                cursor.inbox.column, cursor.mailbox.column, cursor.validity, cursor.uid, cursor.backlogEnd,
                cursor.isRescan, cursor.firstConnected.microseconds,
            ]
        )
    }
}
