extension Migration {
    /// Mail of ours, and the automatic mail among it as the circuit breakers count it.
    static let outbox = Migration(
        name: "outbox",
        sql: """
            CREATE TABLE outgoing (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL,
                state TEXT NOT NULL CHECK (
                    state IN ('waiting', 'sending', 'handingOver', 'sent', 'failed', 'uncertain', 'cancelled')
                ),
                inbox TEXT NOT NULL,
                conversation INTEGER NOT NULL REFERENCES conversation (id),
                draft INTEGER REFERENCES draft (id),
                answers INTEGER NOT NULL REFERENCES message (id),
                message_id TEXT NOT NULL,
                reverse_path TEXT NOT NULL,
                forward_paths TEXT NOT NULL,
                not_before INTEGER NOT NULL,
                attempts INTEGER NOT NULL DEFAULT 0,
                last_answer TEXT,
                created_at INTEGER NOT NULL,
                approved_by TEXT
            );
            CREATE INDEX outgoing_due ON outgoing (state, not_before) WHERE state = 'waiting';
            CREATE INDEX outgoing_state ON outgoing (state);
            CREATE INDEX outgoing_conversation ON outgoing (conversation);
            CREATE INDEX outgoing_message_id ON outgoing (message_id);
            CREATE INDEX outgoing_draft ON outgoing (draft) WHERE draft IS NOT NULL;
            CREATE INDEX outgoing_answers ON outgoing (answers);

            CREATE TABLE raw_outgoing (
                outgoing INTEGER PRIMARY KEY REFERENCES outgoing (id),
                bytes BLOB NOT NULL
            );
            CREATE TRIGGER outgoing_is_kept BEFORE DELETE ON outgoing
            BEGIN SELECT RAISE (ABORT, 'a mail of ours is never deleted'); END;
            CREATE TRIGGER raw_outgoing_is_fixed BEFORE UPDATE ON raw_outgoing
            BEGIN SELECT RAISE (ABORT, 'the bytes of a mail of ours are never changed'); END;

            CREATE TABLE automatic_mail (
                outgoing INTEGER PRIMARY KEY REFERENCES outgoing (id),
                conversation INTEGER NOT NULL REFERENCES conversation (id),
                handle TEXT NOT NULL,
                address TEXT NOT NULL,
                domain TEXT NOT NULL,
                body TEXT NOT NULL,
                at INTEGER NOT NULL
            );
            CREATE INDEX automatic_mail_handle ON automatic_mail (handle, address, at);
            CREATE INDEX automatic_mail_conversation ON automatic_mail (conversation, at);
            CREATE INDEX automatic_mail_address ON automatic_mail (address, at);
            CREATE INDEX automatic_mail_domain ON automatic_mail (domain, at);
            CREATE INDEX automatic_mail_body ON automatic_mail (body, at);
            CREATE INDEX automatic_mail_at ON automatic_mail (at);
            """
    )
}
