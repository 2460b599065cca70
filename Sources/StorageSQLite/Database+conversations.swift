import GRDB
import Model

extension Database {
    func conversationRecord(_ id: Conversation.ID) throws -> ConversationRecord? {
        guard let conversation = try conversation(id) else { return nil }
        return ConversationRecord(
            conversation: conversation,
            messages: try rows("\(Message.select) WHERE conversation = ? ORDER BY message.id", [id.rawValue])
                .map(Message.init),
            outgoing: try rows("\(OutgoingMail.select) WHERE conversation = ? ORDER BY id", [id.rawValue])
                .map(OutgoingMail.init),
            drafts: try rows("\(Draft.select) WHERE conversation = ? ORDER BY draft.id", [id.rawValue])
                .map(Draft.init),
            history: try history(of: id)
        )
    }

    func parked(limit: Int) throws -> [Message] {
        try rows("\(Message.select) WHERE state = 'parked' ORDER BY message.id DESC LIMIT ?", [max(limit, 0)])
            .map(Message.init)
    }
}
