extension Migration {
    /// Promises to customers, and what there is to come back to.
    ///
    /// `settled_by` is the reply that did what was promised or moved it, and `settled_from` the state to go back to where
    /// nobody got that reply. `began_at` is when the first was made of those that took each other's place.
    static let promises = Migration(
        name: "promises",
        sql: """
            CREATE TABLE promise (
                id INTEGER PRIMARY KEY,
                conversation INTEGER NOT NULL REFERENCES conversation (id),
                inbox TEXT NOT NULL,
                outgoing INTEGER NOT NULL REFERENCES outgoing (id),
                draft INTEGER NOT NULL REFERENCES draft (id),
                template TEXT NOT NULL,
                matter TEXT NOT NULL,
                what TEXT NOT NULL,
                owner TEXT NOT NULL,
                fulfilment TEXT NOT NULL CHECK (fulfilment IN ('deed', 'reply')),
                began_at INTEGER NOT NULL,
                made_at INTEGER NOT NULL,
                due_at INTEGER NOT NULL,
                state TEXT NOT NULL DEFAULT 'open' CHECK (
                    state IN ('open', 'kept', 'beaten', 'broken', 'moved', 'withdrawn')
                ),
                done_at INTEGER,
                settled_by INTEGER REFERENCES outgoing (id),
                settled_from TEXT CHECK (settled_from IN ('open', 'broken')),
                CHECK (state NOT IN ('kept', 'beaten') OR done_at IS NOT NULL),
                CHECK (state NOT IN ('open', 'moved') OR done_at IS NULL),
                CHECK ((settled_by IS NULL) = (settled_from IS NULL))
            );
            CREATE INDEX promise_conversation ON promise (conversation);
            CREATE INDEX promise_outgoing ON promise (outgoing);
            CREATE INDEX promise_open ON promise (due_at) WHERE state = 'open';
            CREATE INDEX promise_settled_by ON promise (settled_by) WHERE settled_by IS NOT NULL;
            CREATE INDEX promise_matter ON promise (inbox, matter, made_at);
            CREATE INDEX promise_made ON promise (made_at);
            CREATE TRIGGER promise_is_kept BEFORE DELETE ON promise
            BEGIN SELECT RAISE (ABORT, 'a promise is never deleted'); END;
            CREATE TRIGGER promise_is_fixed
            BEFORE UPDATE OF conversation, inbox, outgoing, draft, what, owner, fulfilment, made_at, due_at ON promise
            BEGIN SELECT RAISE (ABORT, 'what was promised is never changed'); END;

            CREATE TABLE follow_up (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL,
                conversation INTEGER NOT NULL REFERENCES conversation (id),
                due_at INTEGER NOT NULL,
                state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dropped')),
                planned_by INTEGER REFERENCES outgoing (id),
                earlier_due_at INTEGER,
                draft INTEGER REFERENCES draft (id),
                CHECK ((state = 'done') = (draft IS NOT NULL))
            );
            CREATE UNIQUE INDEX follow_up_waiting ON follow_up (conversation, kind) WHERE state = 'waiting';
            CREATE INDEX follow_up_due ON follow_up (due_at) WHERE state = 'waiting';
            CREATE INDEX follow_up_planned_by ON follow_up (planned_by) WHERE planned_by IS NOT NULL;
            CREATE INDEX follow_up_draft ON follow_up (draft) WHERE draft IS NOT NULL;
            """
    )
}
