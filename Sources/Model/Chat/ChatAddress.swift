/// A person in one channel, in the place of a mail address: `chat:CHANNEL/PERSON`.
///
/// It is never a mail address: the scheme has a colon before any `@`, which RFC 5321 §4.1.2 allows in no local part that
/// is not quoted.
package struct ChatAddress: Hashable, Sendable {
    package var channel: InboxName
    /// `ChatPerson.id`, kept as it is: providers tell case apart.
    package var person: String

    package init(channel: InboxName, person: String) {
        self.channel = channel
        self.person = person
    }

    /// nil for every mail address.
    package init?(_ address: MailAddress) {
        guard address.address.hasPrefix(Self.scheme) else { return nil }
        let rest = address.address.dropFirst(Self.scheme.count)
        guard let slash = rest.firstIndex(of: "/"), slash != rest.startIndex else { return nil }
        channel = InboxName(String(rest[..<slash]))
        person = String(rest[rest.index(after: slash)...])
        if person.isEmpty { return nil }
    }

    static let scheme = "chat:"

    /// The form in which a person stands among customers and recipients.
    package func mailAddress(name: String?) -> MailAddress {
        MailAddress(name: name, address: "\(Self.scheme)\(channel)/\(person)")
    }
}

extension Recipients {
    /// Whether the reply goes to somebody in a chat, rather than by mail.
    package var isChat: Bool {
        to.contains { ChatAddress($0) != nil }
    }
}
