package import Model
import Storage

extension Desk {
    /// Keeps how the customer of a conversation is to be addressed, and drafts anew for what waits, unless somebody has
    /// worked on the draft. Throws `StoreError.notFound` where nobody knows who the customer is.
    @discardableResult
    package func setFormality(
        _ formality: Formality,
        in conversation: Conversation.ID,
        by user: String
    ) async throws -> DraftAfterCorrection {
        guard let record = try await store.conversation(conversation), let customer = record.conversation.customer
        else {
            throw StoreError.notFound("the customer of conversation \(conversation)")
        }
        try await store.setFormality(formality, of: customer.key, by: user, at: now())
        return try await draftAnew(record)
    }

    /// For what waits in a conversation, unless somebody has worked on the draft.
    func draftAnew(_ record: ConversationRecord) async throws -> DraftAfterCorrection {
        let pending = record.drafts.first { $0.state == .pending }
        let waiting = record.messages.last { $0.state == .open && (pending == nil || $0.id == pending?.message) }
        guard let waiting else { return .none }
        return try await draftAnew(waiting)
    }

    /// Asks somebody with more authority to decide about a draft, which stays pending.
    package func askSenior(
        _ id: Draft.ID,
        version: Int,
        question: String,
        by user: String
    ) async throws -> Decision<Draft> {
        try await store.askSenior(id, version: version, question: question, by: user, at: now())
    }
}

extension ConversationRecord {
    /// The last message that was read: what a draft without a new one is written below.
    var lastWritten: Message? {
        messages.last { $0.reading != nil && $0.content != nil }
    }
}
