extension Migration {
    /// Of what a cursor is one, so that none is carried over to another feed or bot.
    static let cursors = Migration(name: "cursors", sql: "ALTER TABLE channel_cursor ADD COLUMN source TEXT;")
}
