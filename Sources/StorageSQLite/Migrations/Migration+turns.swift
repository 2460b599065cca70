extension Migration {
    /// The replies to a chat that are under way, of which each waits for the one before.
    static let turns = Migration(
        name: "turns",
        sql: """
            CREATE INDEX outgoing_under_way ON outgoing (inbox, chat, id)
                WHERE chat IS NOT NULL AND state IN ('waiting', 'sending', 'handingOver');
            """
    )
}
