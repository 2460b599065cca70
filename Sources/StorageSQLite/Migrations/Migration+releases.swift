extension Migration {
    /// What releasing a reply does beyond its mail: what it was for, who saw it first, and whether it still stands.
    ///
    /// A draft that no message is the reason for has a `place` in the queue: the newest message there was when it was
    /// queued. `released` has a row for each reply that a person released, and `taken_back` once nobody got it.
    static let releases = Migration(
        name: "releases",
        sql: """
            ALTER TABLE draft ADD COLUMN asked_by TEXT;
            ALTER TABLE draft ADD COLUMN place INTEGER;
            CREATE INDEX draft_queued ON draft (place) WHERE state = 'pending' AND place IS NOT NULL;

            CREATE TABLE occasion (
                draft INTEGER PRIMARY KEY REFERENCES draft (id),
                kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                conversation INTEGER NOT NULL REFERENCES conversation (id)
            );
            CREATE INDEX occasion_subject ON occasion (kind, subject, conversation);

            CREATE TABLE endorsement (
                draft INTEGER NOT NULL,
                version INTEGER NOT NULL,
                head_message INTEGER NOT NULL REFERENCES message (id),
                head_outgoing INTEGER REFERENCES outgoing (id),
                by TEXT NOT NULL,
                at INTEGER NOT NULL,
                FOREIGN KEY (draft, version) REFERENCES draft_version (draft, version)
            );
            CREATE INDEX endorsement_draft ON endorsement (draft, version);

            CREATE TABLE released (
                outgoing INTEGER PRIMARY KEY REFERENCES outgoing (id),
                conversation INTEGER NOT NULL REFERENCES conversation (id),
                at INTEGER NOT NULL,
                fulfils INTEGER NOT NULL CHECK (fulfils IN (0, 1)),
                recovers INTEGER NOT NULL CHECK (recovers IN (0, 1)),
                taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
            );
            CREATE INDEX released_conversation ON released (conversation);
            CREATE TRIGGER released_is_kept BEFORE DELETE ON released
            BEGIN SELECT RAISE (ABORT, 'a release is never deleted'); END;
            CREATE TRIGGER released_stays_back BEFORE UPDATE ON released WHEN OLD.taken_back = 1
            BEGIN SELECT RAISE (ABORT, 'a release is taken back once'); END;
            """
    )
}
