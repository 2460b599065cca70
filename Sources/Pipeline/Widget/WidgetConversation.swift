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
    /// As the visitor called themselves last; nil where they did not.
    package var name: String?

    /// When the next thing is due that a reply among these promised; nil where nothing is.
    package var promisedBy: Date?

    /// Changes when anything in it does; 16 hexadecimal digits.
    package var mark: String {
        let due = promisedBy.map { "\($0.timeIntervalSince1970)" }
        let names = entries.map(\.id).joined(separator: "\n") + "\n\n" + (address ?? "") + "\n\n" + (due ?? "")
        return SHA256.hash(data: Data(names.utf8)).prefix(8).hexadecimal
    }
}

extension WidgetConversation {
    /// Of the replies only those to this person, and of them only the text.
    init(_ record: ChatRecord, of session: WidgetSession, address: String?, most: Int) {
        let person = session.person
        let said = record.messages.compactMap { message in
            (try? ChatMessage(bytes: message.raw)).map { (chat: $0, at: message.takenAt) }
        }
        let own = said.map { Entry(own: $0.chat, at: $0.at, of: person) }
        let addressed = record.replies.filter { $0.mail.forwardPaths.contains(person.mailAddress(name: nil).address) }
        entries = (own + addressed.compactMap(Entry.init(reply:))).sorted { $0.at < $1.at }.suffix(most)
        self.address = address
        name = said.last { $0.chat.person.name != nil }?.chat.person.name
    }
}

extension WidgetConversation.Entry {
    fileprivate init(own chat: ChatMessage, at: Date, of person: ChatAddress) {
        let number = WidgetMessage.clientID(of: chat.id, from: person)
        self.init(id: number, isOwn: true, text: chat.text, at: at)
    }

    fileprivate init?(reply: OutgoingMail) {
        guard let chat = try? ChatReply(bytes: reply.mail.raw) else { return nil }
        let text = chat.parts.joined(separator: "\n\n")
        self.init(id: "reply-\(reply.id)", isOwn: false, text: text, at: reply.createdAt)
    }
}
