extension Migration {
    /// What became of the mail beside a reply that the widget shows.
    static let copies = Migration(
        name: "copies",
        sql: """
            ALTER TABLE outgoing ADD COLUMN copy TEXT CHECK (copy IN ('mailed', 'refused', 'unknown', 'seen'));
            CREATE INDEX outgoing_copy ON outgoing (copy) WHERE copy IN ('refused', 'unknown');
            """
    )
}
