extension Migration {
    /// Drafts, at most one of them pending in a conversation, and every version of their text.
    static let drafts = Migration(
        name: "drafts",
        sql: """
            CREATE TABLE draft (
                id INTEGER PRIMARY KEY,
                conversation INTEGER NOT NULL REFERENCES conversation (id),
                message INTEGER NOT NULL REFERENCES message (id),
                version INTEGER NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'superseded', 'sent')),
                created_at INTEGER NOT NULL,
                decided_by TEXT,
                note TEXT
            );
            CREATE UNIQUE INDEX draft_pending ON draft (conversation) WHERE state = 'pending';
            CREATE INDEX draft_conversation ON draft (conversation);
            CREATE INDEX draft_message ON draft (message);

            CREATE TABLE draft_version (
                draft INTEGER NOT NULL REFERENCES draft (id),
                version INTEGER NOT NULL,
                at INTEGER NOT NULL,
                author TEXT NOT NULL,
                head_message INTEGER NOT NULL REFERENCES message (id),
                head_outgoing INTEGER REFERENCES outgoing (id),
                body TEXT NOT NULL,
                PRIMARY KEY (draft, version)
            );
            CREATE TRIGGER draft_version_is_kept BEFORE DELETE ON draft_version
            BEGIN SELECT RAISE (ABORT, 'a version of a draft is never deleted'); END;
            CREATE TRIGGER draft_version_is_fixed BEFORE UPDATE ON draft_version
            BEGIN SELECT RAISE (ABORT, 'a version of a draft is never changed'); END;
            """
    )
}
