extension Migration {
    /// What an operator has to know of while it lasts.
    static let alerts = Migration(
        name: "alerts",
        sql: """
            CREATE TABLE alert (
                kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                text TEXT NOT NULL,
                since INTEGER NOT NULL,
                PRIMARY KEY (kind, subject)
            ) WITHOUT ROWID;
            """
    )
}
