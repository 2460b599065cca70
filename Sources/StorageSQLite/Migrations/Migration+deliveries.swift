extension Migration {
    /// What channels were handed, as it came, and what was found in it; with it, the forms of messages and replies.
    ///
    /// `delivered` leads from a message back to every delivery that it came in. Keys stay for ever, so that a sender may
    /// try again after any time.
    static let deliveries = Migration(
        name: "deliveries",
        sql: """
            CREATE TABLE delivery (
                id INTEGER PRIMARY KEY,
                channel TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('received', 'unpacked', 'parked')),
                received_at INTEGER NOT NULL,
                key TEXT,
                sha256 BLOB NOT NULL,
                size INTEGER NOT NULL,
                contradicts INTEGER REFERENCES delivery (id),
                attempts INTEGER NOT NULL DEFAULT 0,
                outcome TEXT,
                parked_as INTEGER REFERENCES message (id),
                CHECK ((state = 'received') = (outcome IS NULL)),
                CHECK (state <> 'parked' OR parked_as IS NOT NULL),
                CHECK (contradicts IS NULL OR key IS NOT NULL)
            );
            CREATE UNIQUE INDEX delivery_key ON delivery (channel, key, sha256) WHERE key IS NOT NULL;
            CREATE INDEX delivery_bytes ON delivery (channel, sha256);
            CREATE INDEX delivery_waiting ON delivery (state, received_at) WHERE state = 'received';
            CREATE INDEX delivery_state ON delivery (channel, state);
            CREATE INDEX delivery_contradicting ON delivery (channel) WHERE contradicts IS NOT NULL;

            CREATE TABLE raw_delivery (
                delivery INTEGER PRIMARY KEY REFERENCES delivery (id),
                method TEXT NOT NULL,
                url TEXT NOT NULL,
                fields TEXT NOT NULL,
                bytes BLOB NOT NULL
            );

            CREATE TABLE delivered (
                delivery INTEGER NOT NULL REFERENCES delivery (id),
                message INTEGER NOT NULL REFERENCES message (id),
                PRIMARY KEY (delivery, message)
            ) WITHOUT ROWID;
            CREATE INDEX delivered_message ON delivered (message);

            CREATE TABLE channel_cursor (
                inbox TEXT PRIMARY KEY,
                position TEXT,
                etag TEXT,
                last_modified TEXT
            ) WITHOUT ROWID;

            CREATE TRIGGER delivery_is_kept BEFORE DELETE ON delivery
            BEGIN SELECT RAISE (ABORT, 'a delivery is never deleted'); END;
            CREATE TRIGGER delivery_is_fixed
            BEFORE UPDATE OF id, channel, received_at, key, sha256, size, contradicts ON delivery
            BEGIN SELECT RAISE (ABORT, 'what came is never changed'); END;
            CREATE TRIGGER delivery_is_settled BEFORE UPDATE OF state ON delivery
            WHEN NEW.state = 'received' AND OLD.state <> 'received'
            BEGIN SELECT RAISE (ABORT, 'a delivery that was looked at is never unseen'); END;
            CREATE TRIGGER raw_delivery_is_kept BEFORE DELETE ON raw_delivery
            BEGIN SELECT RAISE (ABORT, 'the bytes of a delivery are never deleted'); END;
            CREATE TRIGGER raw_delivery_is_fixed BEFORE UPDATE ON raw_delivery
            BEGIN SELECT RAISE (ABORT, 'the bytes of a delivery are never changed'); END;
            CREATE TRIGGER delivered_is_kept BEFORE DELETE ON delivered
            BEGIN SELECT RAISE (ABORT, 'what came in a delivery is never deleted'); END;
            CREATE TRIGGER delivered_is_fixed BEFORE UPDATE ON delivered
            BEGIN SELECT RAISE (ABORT, 'what came in a delivery is never changed'); END;

            ALTER TABLE message ADD COLUMN form TEXT NOT NULL DEFAULT 'mail'
                CHECK (form IN ('mail', 'chat', 'delivery'));
            ALTER TABLE message ADD COLUMN sender TEXT;
            CREATE INDEX message_sender ON message (inbox, sender, id) WHERE sender IS NOT NULL;
            CREATE INDEX message_same_as ON message (same_as) WHERE same_as IS NOT NULL;

            ALTER TABLE outgoing ADD COLUMN form TEXT NOT NULL DEFAULT 'mail' CHECK (form IN ('mail', 'chat'));
            ALTER TABLE outgoing ADD COLUMN parts_sent INTEGER NOT NULL DEFAULT 0 CHECK (parts_sent >= 0);

            ALTER TABLE history ADD COLUMN delivery INTEGER REFERENCES delivery (id);
            CREATE INDEX history_delivery ON history (delivery) WHERE delivery IS NOT NULL;
            """
    )
}
