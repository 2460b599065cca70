extension Migration {
    /// People, and what lets them in.
    static let access = Migration(
        name: "access",
        sql: """
            CREATE TABLE user (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL UNIQUE,
                display_name TEXT NOT NULL,
                role TEXT NOT NULL,
                password_hash TEXT NOT NULL,
                created_at INTEGER NOT NULL
            );

            CREATE TABLE access_grant (
                digest TEXT PRIMARY KEY,
                kind TEXT NOT NULL,
                user INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
                label TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL
            ) WITHOUT ROWID;
            CREATE INDEX access_grant_user ON access_grant (user);
            """
    )
}
