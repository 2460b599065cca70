extension Migration {
    /// Where seconds count: what was just said in a chat is read before everything else, and a reply that is leaving
    /// knows that its customer wrote again meanwhile.
    static let chatsFirst = Migration(
        name: "chats_first",
        sql: """
            DROP INDEX message_unread;
            CREATE INDEX message_unread ON message (unread, (form <> 'chat' OR circumstance <> 'live'), taken_at)
            WHERE unread = 1;
            CREATE INDEX message_unread_sender ON message (inbox, sender, id) WHERE unread = 1 AND sender IS NOT NULL;

            ALTER TABLE outgoing ADD COLUMN overtaken INTEGER NOT NULL DEFAULT 0 CHECK (overtaken IN (0, 1));
            """
    )
}
