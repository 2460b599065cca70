import GRDB
import Model

extension Alert {
    init(row: Row) throws {
        self.init(
            kind: try row.word(Kind.self, "kind"),
            subject: try row.text("subject"),
            text: try row.text("text"),
            since: try row.date("since")
        )
    }
}

extension Database {
    func raise(_ alert: Alert) throws {
        try run(
            """
            INSERT INTO alert (kind, subject, text, since) VALUES (?, ?, ?, ?)
            ON CONFLICT (kind, subject) DO UPDATE SET text = excluded.text
            """,
            [alert.kind.rawValue, alert.subject.column, alert.text.column, alert.since.microseconds]
        )
    }
}
