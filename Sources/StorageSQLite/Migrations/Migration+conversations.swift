extension Migration {
    /// Conversations and what finds them.
    static let conversations = Migration(
        name: "conversations",
        sql: """
            CREATE TABLE conversation (
                id INTEGER PRIMARY KEY,
                inbox TEXT NOT NULL,
                subject TEXT NOT NULL,
                customer TEXT,
                person TEXT,
                subject_key TEXT,
                length INTEGER NOT NULL,
                last_message INTEGER NOT NULL REFERENCES message (id),
                last_message_at INTEGER NOT NULL,
                last_outgoing INTEGER REFERENCES outgoing (id)
            );
            CREATE INDEX conversation_person ON conversation (inbox, person, subject_key, last_message_at)
            WHERE person IS NOT NULL AND subject_key IS NOT NULL;

            CREATE TABLE message_identifier (
                identifier TEXT NOT NULL,
                message INTEGER NOT NULL REFERENCES message (id),
                PRIMARY KEY (identifier, message)
            ) WITHOUT ROWID;
            """
    )
}
