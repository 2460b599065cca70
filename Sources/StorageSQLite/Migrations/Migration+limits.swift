extension Migration {
    /// Which limits are in force as far as the store was told, and which reply named which.
    ///
    /// `ending` is the draft that tells the conversation of the end.
    static let limits = Migration(
        name: "limits",
        sql: """
            CREATE TABLE limit_state (
                name TEXT PRIMARY KEY,
                ended_at INTEGER
            ) WITHOUT ROWID;
            CREATE INDEX limit_state_in_force ON limit_state (name) WHERE ended_at IS NULL;

            CREATE TABLE limit_told (
                outgoing INTEGER NOT NULL REFERENCES released (outgoing),
                name TEXT NOT NULL,
                conversation INTEGER NOT NULL REFERENCES conversation (id),
                ending INTEGER REFERENCES draft (id),
                PRIMARY KEY (outgoing, name)
            ) WITHOUT ROWID;
            CREATE INDEX limit_told_name ON limit_told (name, outgoing) WHERE ending IS NULL;
            CREATE INDEX limit_told_conversation ON limit_told (conversation);
            CREATE INDEX limit_told_ending ON limit_told (ending) WHERE ending IS NOT NULL;
            """
    )
}
