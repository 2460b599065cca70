extension Migration {
    /// Where people in a chat want their answers as well: the one thing that is forgotten when they ask for it.
    static let chats = Migration(
        name: "chats",
        sql: """
            CREATE TABLE left_address (
                person TEXT PRIMARY KEY,
                address TEXT NOT NULL,
                at INTEGER NOT NULL
            ) WITHOUT ROWID;
            """
    )
}
