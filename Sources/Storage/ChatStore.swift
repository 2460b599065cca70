package import Foundation
package import Model

/// What was said in a chat that the program shows itself.
package protocol ChatStore: Sendable {
    /// The newest `limit` messages of a person in a channel and the newest `limit` replies that may be shown to them.
    func chat(with person: ChatAddress, limit: Int) async throws -> ChatRecord

    /// Where replies to a person go as well; nil where they left no address.
    func mailAddress(leftBy person: ChatAddress) async throws -> String?

    /// Keeps where replies to a person go as well; nil forgets it. It says nothing about who they are.
    func leaveMailAddress(_ address: String?, by person: ChatAddress, at: Date) async throws

    /// What became of the mail beside a reply that is shown; nil where nobody has it and it is to be tried again. Only while
    /// the reply is `handing over`.
    func noteCopy(_ id: OutgoingMail.ID, _ copy: MailedCopy?) async throws

    /// Replies that are sent, but whose mail was refused or may not have arrived, and that nobody has seen; newest first,
    /// without raw bytes.
    func openCopies(limit: Int) async throws -> [OutgoingMail]

    /// A person has seen that a reply may not have gone by mail. Refused where nothing is open about it.
    func markCopySeen(_ id: OutgoingMail.ID, by: String, at: Date) async throws -> Decision<OutgoingMail.ID>
}

/// What was said with one person in a chat.
package struct ChatRecord: Hashable, Sendable {
    /// As they were taken, read or not, parked or not, oldest first.
    package var messages: [UnreadMessage]
    /// With their bytes, oldest first: sent, or known to have arrived in part. Nothing that could still be taken back.
    package var replies: [OutgoingMail]

    package init(messages: [UnreadMessage] = [], replies: [OutgoingMail] = []) {
        self.messages = messages
        self.replies = replies
    }
}
