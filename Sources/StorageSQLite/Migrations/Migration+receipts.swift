extension Migration {
    /// What providers say later of what they took: their numbers of the parts of our replies, and the receipts that name
    /// them. Of numbers that are not ours only failures are kept, since a receipt may be faster than the answer that says
    /// the number.
    static let receipts = Migration(
        name: "receipts",
        sql: """
            ALTER TABLE outgoing ADD COLUMN chat TEXT;
            ALTER TABLE outgoing ADD COLUMN thread TEXT;
            ALTER TABLE outgoing ADD COLUMN parts INTEGER CHECK (parts >= 0);

            CREATE TABLE sent_part (
                outgoing INTEGER NOT NULL REFERENCES outgoing (id),
                part INTEGER NOT NULL CHECK (part > 0),
                channel TEXT NOT NULL,
                number TEXT NOT NULL,
                PRIMARY KEY (outgoing, part)
            ) WITHOUT ROWID;
            CREATE INDEX sent_part_number ON sent_part (channel, number);

            CREATE TABLE receipt (
                channel TEXT NOT NULL,
                number TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('arrived', 'failed')),
                sentence TEXT NOT NULL,
                delivery INTEGER NOT NULL REFERENCES delivery (id),
                at INTEGER NOT NULL,
                PRIMARY KEY (channel, number, state)
            ) WITHOUT ROWID;
            """
    )
}
