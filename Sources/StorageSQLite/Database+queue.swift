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

    private func queueEntry(_ id: Conversation.ID) throws -> QueueEntry {
        let newest = try number(Self.newestOpenMessage, [id.rawValue]).orDamaged("open message of conversation \(id)")
        return QueueEntry(
            message: try message(Message.ID(rawValue: newest)).orDamaged("message \(newest)"),
            conversation: try conversation(id).orDamaged("conversation \(id)"),
            draft: try pendingDraft(of: id)
        )
    }

    /// The oldest open message decides a conversation's place, so that writing again costs nobody theirs.
    static let waitingConversations = """
        SELECT conversation FROM message WHERE state = 'open'
        GROUP BY conversation ORDER BY min(id) LIMIT ? OFFSET ?
        """

    static let waitingCount = "SELECT count(DISTINCT conversation) FROM message WHERE state = 'open'"

    static let newestOpenMessage = """
        SELECT id FROM message WHERE state = 'open' AND conversation = ? ORDER BY position DESC LIMIT 1
        """
}
