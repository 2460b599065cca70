extension Migration {
    /// How customers are addressed, and what finds their conversations whatever they are about.
    static let customers = Migration(
        name: "customers",
        sql: """
            CREATE INDEX conversation_customer ON conversation (inbox, person) WHERE person IS NOT NULL;

            CREATE TABLE customer_formality (
                person TEXT PRIMARY KEY,
                formality TEXT NOT NULL CHECK (formality IN ('formal', 'informal')),
                by TEXT NOT NULL,
                at INTEGER NOT NULL
            ) WITHOUT ROWID;
            """
    )
}
