import Foundation
import Model

/// How people are named.
enum Person {
    static func name(_ address: MailAddress?) -> String {
        guard let address else { return "Unknown sender" }
        let name = address.name?.trimmingCharacters(in: .whitespaces) ?? ""
        if !name.isEmpty { return name }
        if let chat = ChatAddress(address) { return number(chat) }
        return address.address.isEmpty ? "Unknown sender" : address.address
    }

    /// The provider's number of a person in a chat; of the 128 random bits that a visitor of the widget is, enough to tell
    /// them from others.
    static func number(_ chat: ChatAddress) -> String {
        let isVisitor = chat.person.utf8.count == 32 && chat.person.allSatisfy(\.isHexDigit)
        return isVisitor ? "Visitor \(chat.person.prefix(6))" : chat.person
    }

    /// The first word of the name, for "as Mara will see it"; initials and addresses are no name to call anybody by.
    static func firstName(_ address: MailAddress?) -> String {
        guard let word = address?.name?.split(separator: " ").first, !word.contains("@") else { return "the customer" }
        let name = word.trimmingCharacters(in: .punctuationCharacters)
        return name.count > 1 ? name : "the customer"
    }

    /// Whom a reply went to, in a list: an address of mail, or a person with the channel.
    static func recipient(_ path: String, named: [MailAddress] = []) -> String {
        let address = named.first { $0.address == path } ?? MailAddress(address: path)
        return ChatAddress(address).map { "\(name(address)) in \($0.channel)" } ?? path
    }

    /// `Mara Osei <mara@example.org>`, as the recipients' fields take it.
    static func mailbox(_ address: MailAddress) -> String {
        guard let name = address.name, !name.isEmpty else { return address.address }
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || " .'-".contains($0) }
        let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\(isPlain ? name : "\"\(quoted)\"") <\(address.address)>"
    }
}

enum Subject {
    static func shown(_ subject: String) -> String {
        subject.trimmingCharacters(in: .whitespaces).isEmpty ? "(no subject)" : subject
    }
}
