extension Migration {
    /// What keepers look for each round, and the words of limits, which outlive their file.
    ///
    /// `body` is the limit as JSON; null where it was noted before there was this column.
    static let keeping = Migration(
        name: "keeping",
        sql: """
            CREATE INDEX promise_overdue ON promise (due_at) WHERE state = 'broken' AND done_at IS NULL;
            CREATE INDEX promise_beaten ON promise (due_at) WHERE state = 'beaten' AND fulfilment = 'deed';
            DROP INDEX limit_state_in_force;
            ALTER TABLE limit_state ADD COLUMN body TEXT;
            """
    )
}
