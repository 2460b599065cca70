extension Migration {
    /// Which addresses are one customer's: links between two of them, each with who says so. Who is one customer follows
    /// from the links that were not taken back, so that taking one back leaves what was known before it.
    static let identities = Migration(
        name: "identities",
        sql: """
            CREATE TABLE identity_link (
                id INTEGER PRIMARY KEY,
                person TEXT NOT NULL,
                other TEXT NOT NULL,
                ground TEXT NOT NULL CHECK (ground IN ('verified', 'merged')),
                by TEXT NOT NULL,
                at INTEGER NOT NULL,
                separated_by TEXT,
                separated_at INTEGER,
                CHECK (person <> other),
                CHECK ((separated_by IS NULL) = (separated_at IS NULL))
            );
            CREATE INDEX identity_link_person ON identity_link (person, other);
            CREATE INDEX identity_link_other ON identity_link (other, person);

            CREATE TRIGGER identity_link_is_kept BEFORE DELETE ON identity_link
            BEGIN SELECT RAISE (ABORT, 'a link of identities is never deleted'); END;
            CREATE TRIGGER identity_link_is_fixed
            BEFORE UPDATE OF id, person, other, ground, by, at ON identity_link
            BEGIN SELECT RAISE (ABORT, 'a link of identities is only ever taken back'); END;

            CREATE INDEX conversation_by_person ON conversation (person, last_message_at) WHERE person IS NOT NULL;
            """
    )
}
