import GRDB
import Model

extension Database {
    /// Takes back what a reply committed us to that came back for good. It stays sent: the bounce itself waits for a
    /// person.
    ///
    /// Of several recipients the first is the customer, and only their bounce counts.
    func takeBackBounced(by filing: Filing, in conversation: Conversation.ID) throws {
        guard let bounce = filing.reading.bounce, bounce.isPermanent else { return }
        let names = bounce.originalMessageID.map { [$0] } ?? filing.thread.identifiers
        for name in names where !name.isEmpty {
            for mail in try sentReplies(named: name, in: conversation) where bounce.isFor(mail) {
                try takeBackCommitments(of: mail.id, by: Actor.program, at: filing.at)
            }
        }
    }

    private func sentReplies(named identifier: String, in conversation: Conversation.ID) throws -> [OutgoingMail] {
        try rows(Self.sentByIdentifier, [identifier.column, conversation.rawValue]).map(OutgoingMail.init)
    }

    static let sentByIdentifier = """
        \(OutgoingMail.select)
        WHERE message_id = ? AND +conversation = ? AND +state = 'sent' AND kind = 'reply'
        """
}

extension Bounce {
    fileprivate func isFor(_ mail: OutgoingMail) -> Bool {
        guard let recipient, mail.mail.forwardPaths.count > 1 else { return true }
        return recipient.lowercased() == mail.mail.forwardPaths.first?.lowercased()
    }
}
