package import Model
import Storage

/// Another customer, as somebody at the desk names them.
package enum CustomerReference: Hashable, Sendable {
    /// Whoever wrote in that conversation.
    case conversation(Conversation.ID)
    /// Of mail, or `chat:CHANNEL/PERSON`.
    case address(String)
}

/// The addresses that are known to be one customer's, and what they wrote elsewhere.
package struct KnownCustomer: Hashable, Sendable {
    package var identities: CustomerIdentities
    /// Their other conversations over all addresses, newest first.
    package var conversations: [CustomerConversation]
}

extension Desk {
    /// What is known of the customer of a conversation; nil where nobody knows who that is.
    package func knownCustomer(of record: ConversationRecord) async throws -> KnownCustomer? {
        guard let key = record.conversation.customer?.key else { return nil }
        let others = try await store.conversations(of: key, besides: record.conversation.id, limit: Self.mostListed)
        return KnownCustomer(identities: try await store.identities(of: key), conversations: others)
    }

    private static let mostListed = 20

    /// The mail address that the customer of a conversation typed into the widget: answers go there as well, and nobody is
    /// recognised by it. nil where there is none.
    package func leftAddress(of record: ConversationRecord) async throws -> String? {
        guard let chat = record.conversation.customer.flatMap(ChatAddress.init) else { return nil }
        return try await store.mailAddress(leftBy: chat)
    }

    /// Says that the customer of a conversation is also somebody else, and drafts anew for whatever waits of either, since
    /// what was promised to one counts for both: a second failure wants two people in every conversation.
    ///
    /// Throws `StoreError.notFound` where one of them never wrote, `illegal` where they are the same address.
    @discardableResult
    package func merge(
        _ conversation: Conversation.ID,
        with other: CustomerReference,
        by user: String
    ) async throws -> CustomerIdentities {
        let record = try await customerRecord(of: conversation)
        let address = try await address(of: other)
        let identities = try await store.merge(record.key, with: address, by: user, at: now())
        try await draftAnew(conversations(of: record))
        return identities
    }

    /// Says that an address of the customer of a conversation is somebody else's, and drafts anew for whatever waits of
    /// either.
    ///
    /// Throws `StoreError.notFound` where it is none of theirs.
    @discardableResult
    package func separate(
        _ address: String,
        in conversation: Conversation.ID,
        by user: String
    ) async throws -> CustomerIdentities {
        let record = try await customerRecord(of: conversation)
        let key = MailAddress(address: address).key
        guard try await store.identities(of: record.key).addresses.contains(key) else {
            throw StoreError.notFound("address “\(address)” of this customer")
        }
        let conversations = try await conversations(of: record)
        try await store.separate(key, by: user, at: now())
        try await draftAnew(conversations)
        return try await store.identities(of: record.key)
    }

    /// This one, and the newest others over all addresses.
    private func conversations(
        of record: (conversation: ConversationRecord, key: String)
    ) async throws -> [Conversation.ID] {
        let own = record.conversation.conversation.id
        let others = try await store.conversations(of: record.key, besides: own, limit: Self.mostListed)
        return [own] + others.filter(\.isOpen).map(\.conversation.id)
    }

    private func draftAnew(_ conversations: [Conversation.ID]) async throws {
        for id in conversations {
            guard let record = try await store.conversation(id) else { continue }
            _ = try await draftAnew(record)
        }
    }

    private func customerRecord(
        of conversation: Conversation.ID
    ) async throws -> (conversation: ConversationRecord, key: String) {
        guard let record = try await store.conversation(conversation), let key = record.conversation.customer?.key
        else {
            throw StoreError.notFound("customer of conversation \(conversation)")
        }
        return (record, key)
    }

    private func address(of other: CustomerReference) async throws -> String {
        switch other {
        case .conversation(let id): try await customerRecord(of: id).key
        case .address(let text): MailAddress(address: text).key
        }
    }
}
