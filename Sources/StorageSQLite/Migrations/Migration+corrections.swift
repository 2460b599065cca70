extension Migration {
    /// What people said messages are about. Nothing in it is changed: weights learned from it can be learned again.
    static let corrections = Migration(
        name: "corrections",
        sql: """
            CREATE TABLE correction (
                id INTEGER PRIMARY KEY,
                message INTEGER NOT NULL REFERENCES message (id),
                intents TEXT NOT NULL,
                by TEXT NOT NULL,
                at INTEGER NOT NULL
            );
            CREATE INDEX correction_message ON correction (message);
            CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction
            BEGIN SELECT RAISE (ABORT, 'a correction is never deleted'); END;
            CREATE TRIGGER correction_is_fixed BEFORE UPDATE ON correction
            BEGIN SELECT RAISE (ABORT, 'a correction is never changed'); END;
            """
    )
}
