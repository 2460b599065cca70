import GRDB
import Model

extension Database {
    func queue(limit: Int, offset: Int) throws -> [QueueEntry] {
        try numbers(Self.waitingConversations, [max(limit, 0), max(offset, 0)])
            .map { try queueEntry(Conversation.ID(rawValue: $0)) }
    }

    func queueLength() throws -> Int {
        try Int(number(Self.waitingCount) ?? 0)
    }

    /// Of a conversation that waits for nothing but a queued draft, the newest message.
    private func queueEntry(_ id: Conversation.ID) throws -> QueueEntry {
        let conversation = try conversation(id).orDamaged("conversation \(id)")
        let open = try number(Self.newestOpenMessage, [id.rawValue]).map(Message.ID.init(rawValue:))
        let newest = open ?? conversation.head.lastMessage
        return QueueEntry(
            message: try message(newest).orDamaged("message \(newest)"),
            conversation: conversation,
            draft: try pendingDraft(of: id)
        )
    }

    /// The oldest open message decides a conversation's place, so that writing again costs nobody theirs. One that waits
    /// for nothing but a queued draft stands where it would if the customer had written then.
    static let waitingConversations = """
        SELECT conversation FROM (
            SELECT conversation, min(id) AS place, 0 AS is_queued FROM message WHERE state = 'open' GROUP BY conversation
            UNION ALL
            SELECT conversation, place, 1 FROM draft WHERE \(onlyQueued)
        )
        ORDER BY place, is_queued, conversation LIMIT ? OFFSET ?
        """

    static let waitingCount = """
        SELECT (SELECT count(DISTINCT conversation) FROM message WHERE state = 'open')
            + (SELECT count(*) FROM draft WHERE \(onlyQueued))
        """

    /// Drafts that wait in conversations without an open message.
    private static let onlyQueued = """
        state = 'pending' AND place IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM message WHERE message.state = 'open' AND message.conversation = draft.conversation
        )
        """

    static let newestOpenMessage = """
        SELECT id FROM message WHERE state = 'open' AND conversation = ? ORDER BY position DESC LIMIT 1
        """
}
