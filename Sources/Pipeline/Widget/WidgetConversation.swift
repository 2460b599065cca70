import Chat
import Crypto
package import Foundation
import Model
import Storage

/// What a visitor sees of their chat.
package struct WidgetConversation: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        /// Of the visitor's own messages the number that their page gave it.
        package var id: String
        package var isOwn: Bool
        package var text: String
        package var at: Date
    }

    /// In the order of their times.
    package var entries: [Entry]
    /// Where answers go as well; nil where no address was left.
    package var address: String?

    /// Changes when anything in it does; 16 hexadecimal digits.
    package var mark: String {
        let names = entries.map(\.id).joined(separator: "\n") + "\n\n" + (address ?? "")
        return SHA256.hash(data: Data(names.utf8)).prefix(8).hexadecimal
    }
}

extension WidgetConversation {
    /// Of the replies only those to this person, and of them only the text.
    init(_ record: ChatRecord, of session: WidgetSession, address: String?, most: Int) {
        let person = session.person
        let own = record.messages.compactMap { Entry(own: $0, of: person) }
        let addressed = record.replies.filter { $0.mail.forwardPaths.contains(person.mailAddress(name: nil).address) }
        entries = (own + addressed.compactMap(Entry.init(reply:))).sorted { $0.at < $1.at }.suffix(most)
        self.address = address
    }
}

extension WidgetConversation.Entry {
    fileprivate init?(own message: UnreadMessage, of person: ChatAddress) {
        guard let chat = try? ChatMessage(bytes: message.raw) else { return nil }
        let number = WidgetMessage.clientID(of: chat.id, from: person)
        self.init(id: number, isOwn: true, text: chat.text, at: message.takenAt)
    }

    fileprivate init?(reply: OutgoingMail) {
        guard let chat = try? ChatReply(bytes: reply.mail.raw) else { return nil }
        let text = chat.parts.joined(separator: "\n\n")
        self.init(id: "reply-\(reply.id)", isOwn: false, text: text, at: reply.createdAt)
    }
}
