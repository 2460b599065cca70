extension Migration {
    /// The ledger of goodwill: transactions with postings that are only ever added.
    ///
    /// The engine itself keeps the books: `sum` follows the postings of a transaction, and the deferred reference lets
    /// nothing be committed whose sum is not in `goodwill_balanced`, which holds zero alone. `goodwill_account` follows
    /// the postings of each account, and its check refuses to take more than there is. Money comes from `budget`, which
    /// goes below zero by as much as was handed out, and what was granted lies in `given`.
    static let goodwill = Migration(
        name: "goodwill",
        sql: """
            CREATE TABLE goodwill_balanced (
                sum INTEGER PRIMARY KEY CHECK (sum = 0)
            );
            INSERT INTO goodwill_balanced (sum) VALUES (0);

            CREATE TABLE goodwill_transaction (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind IN ('funding', 'grant', 'reversal')),
                currency TEXT NOT NULL,
                outgoing INTEGER NOT NULL REFERENCES outgoing (id),
                reverses INTEGER UNIQUE REFERENCES goodwill_transaction (id),
                offer TEXT,
                customer TEXT,
                cause TEXT,
                by TEXT NOT NULL,
                at INTEGER NOT NULL,
                sum INTEGER NOT NULL DEFAULT 0
                    REFERENCES goodwill_balanced (sum) DEFERRABLE INITIALLY DEFERRED,
                CHECK ((kind = 'reversal') = (reverses IS NOT NULL))
            );
            CREATE INDEX goodwill_transaction_outgoing ON goodwill_transaction (outgoing, kind);

            CREATE TABLE goodwill_posting (
                id INTEGER PRIMARY KEY,
                entry INTEGER NOT NULL REFERENCES goodwill_transaction (id),
                account TEXT NOT NULL,
                currency TEXT NOT NULL,
                amount INTEGER NOT NULL CHECK (typeof (amount) = 'integer')
            );
            CREATE INDEX goodwill_posting_entry ON goodwill_posting (entry);

            CREATE TABLE goodwill_account (
                name TEXT NOT NULL,
                currency TEXT NOT NULL,
                balance INTEGER NOT NULL CHECK (balance >= 0 OR name = 'budget'),
                funded INTEGER NOT NULL,
                PRIMARY KEY (name, currency)
            ) WITHOUT ROWID;

            CREATE TRIGGER goodwill_posting_counts AFTER INSERT ON goodwill_posting
            BEGIN
                SELECT RAISE (ABORT, 'a transaction has one currency')
                FROM goodwill_transaction WHERE id = NEW.entry AND currency <> NEW.currency;
                UPDATE goodwill_transaction SET sum = sum + NEW.amount WHERE id = NEW.entry;
                INSERT OR IGNORE INTO goodwill_account (name, currency, balance, funded)
                VALUES (NEW.account, NEW.currency, 0, 0);
                UPDATE goodwill_account SET
                    balance = balance + NEW.amount,
                    funded = funded + NEW.amount * (
                        SELECT kind = 'funding' FROM goodwill_transaction WHERE id = NEW.entry
                    )
                WHERE name = NEW.account AND currency = NEW.currency;
            END;
            CREATE TRIGGER goodwill_posting_is_kept BEFORE DELETE ON goodwill_posting
            BEGIN SELECT RAISE (ABORT, 'a posting is never deleted'); END;
            CREATE TRIGGER goodwill_posting_is_fixed BEFORE UPDATE ON goodwill_posting
            BEGIN SELECT RAISE (ABORT, 'a posting is never changed'); END;
            CREATE TRIGGER goodwill_transaction_is_kept BEFORE DELETE ON goodwill_transaction
            BEGIN SELECT RAISE (ABORT, 'a transaction of goodwill is never deleted'); END;
            CREATE TRIGGER goodwill_transaction_is_fixed
            BEFORE UPDATE OF id, kind, currency, outgoing, reverses, offer, customer, cause, by, at
                ON goodwill_transaction
            BEGIN SELECT RAISE (ABORT, 'a transaction of goodwill is never changed'); END;
            CREATE TRIGGER goodwill_account_is_kept BEFORE DELETE ON goodwill_account
            BEGIN SELECT RAISE (ABORT, 'an account of goodwill is never deleted'); END;
            """
    )
}
