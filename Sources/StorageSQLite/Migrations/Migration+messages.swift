extension Migration {
    /// What was taken, where it was found, and what happened to it.
    ///
    /// Raw bytes and decoded content have tables of their own, so that the rows that change and are counted stay small.
    /// Times are microseconds since 1970. The triggers keep the law of custody against the program itself.
    static let messages = Migration(
        name: "messages",
        sql: """
            CREATE TABLE message (
                id INTEGER PRIMARY KEY,
                inbox TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('stored', 'open', 'answered', 'parked', 'merged')),
                circumstance TEXT NOT NULL,
                taken_at INTEGER NOT NULL,
                source_date INTEGER,
                size INTEGER NOT NULL,
                sha256 BLOB NOT NULL,
                park_code TEXT,
                park_detail TEXT,
                unread INTEGER NOT NULL DEFAULT 1 CHECK (unread IN (0, 1)),
                attempts INTEGER NOT NULL DEFAULT 0,
                conversation INTEGER REFERENCES conversation (id),
                position INTEGER,
                identity TEXT,
                same_as INTEGER REFERENCES message (id),
                answered_by INTEGER REFERENCES outgoing (id),
                CHECK ((state = 'parked') = (park_code IS NOT NULL)),
                CHECK ((state = 'merged') = (same_as IS NOT NULL)),
                CHECK (state NOT IN ('open', 'answered') OR conversation IS NOT NULL)
            );
            CREATE UNIQUE INDEX message_bytes ON message (inbox, sha256);
            CREATE UNIQUE INDEX message_identity ON message (identity) WHERE identity IS NOT NULL;
            CREATE INDEX message_unread ON message (unread, taken_at) WHERE unread = 1;
            CREATE INDEX message_state ON message (state, conversation, position);
            CREATE INDEX message_conversation ON message (conversation) WHERE conversation IS NOT NULL;
            CREATE INDEX message_answered_by ON message (answered_by) WHERE answered_by IS NOT NULL;

            CREATE TABLE raw_message (
                message INTEGER PRIMARY KEY REFERENCES message (id),
                bytes BLOB NOT NULL
            );

            CREATE TABLE message_text (
                message INTEGER PRIMARY KEY REFERENCES message (id),
                content TEXT NOT NULL,
                reading TEXT NOT NULL
            );

            CREATE TABLE arrival (
                inbox TEXT NOT NULL,
                mailbox TEXT NOT NULL,
                validity INTEGER NOT NULL,
                item TEXT NOT NULL,
                message INTEGER NOT NULL REFERENCES message (id),
                at INTEGER NOT NULL,
                PRIMARY KEY (inbox, mailbox, validity, item)
            ) WITHOUT ROWID;

            CREATE TABLE mailbox_cursor (
                inbox TEXT NOT NULL,
                mailbox TEXT NOT NULL,
                validity INTEGER NOT NULL,
                uid INTEGER NOT NULL,
                skipped_through INTEGER NOT NULL,
                PRIMARY KEY (inbox, mailbox)
            ) WITHOUT ROWID;

            CREATE TABLE history (
                id INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                event TEXT NOT NULL,
                actor TEXT NOT NULL,
                message INTEGER REFERENCES message (id),
                conversation INTEGER REFERENCES conversation (id),
                detail TEXT NOT NULL
            );
            CREATE INDEX history_message ON history (message) WHERE message IS NOT NULL;
            CREATE INDEX history_conversation ON history (conversation) WHERE conversation IS NOT NULL;
            CREATE UNIQUE INDEX history_taken ON history (event, message) WHERE event = 'taken';

            CREATE TRIGGER message_is_kept BEFORE DELETE ON message
            BEGIN SELECT RAISE (ABORT, 'a message is never deleted'); END;
            CREATE TRIGGER raw_message_is_kept BEFORE DELETE ON raw_message
            BEGIN SELECT RAISE (ABORT, 'raw bytes are never deleted'); END;
            CREATE TRIGGER raw_message_is_fixed BEFORE UPDATE ON raw_message
            BEGIN SELECT RAISE (ABORT, 'raw bytes are never changed'); END;
            CREATE TRIGGER history_is_kept BEFORE DELETE ON history
            BEGIN SELECT RAISE (ABORT, 'history is never deleted'); END;
            CREATE TRIGGER history_is_fixed BEFORE UPDATE ON history
            BEGIN SELECT RAISE (ABORT, 'history is never changed'); END;
            """
    )
}
