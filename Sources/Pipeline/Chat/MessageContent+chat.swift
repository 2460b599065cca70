import Chat
import Foundation
import Model

extension MessageContent {
    /// What a chat message holds, in the words that mail is described by.
    ///
    /// - Parameter channel: messages of different channels may have the same number.
    init(_ message: ChatMessage, channel: InboxName) {
        let person = ChatAddress(channel: channel, person: message.person.id)
        self.init(
            messageID: Self.identifier(of: message.id, in: channel),
            subject: message.opening,
            from: person.mailAddress(name: message.person.name),
            date: message.sentAt,
            inReplyTo: message.answers.map { [Self.identifier(of: $0, in: channel)] } ?? [],
            text: message.text,
            attachments: message.attachments.map { Attachment(name: $0.name, type: $0.type, size: $0.size ?? 0) },
            remarks: message.remarks
        )
        chat = message.origin
    }

    /// What a message of a channel is found by, as a mail by its Message-ID.
    static func identifier(of id: String, in channel: InboxName) -> String {
        "chat:\(channel)/\(id)"
    }
}

extension ChatMessage {
    private static let longestOpening = 60

    /// The first words, in the place of a subject: whole words of the first line.
    var opening: String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? remarks.first ?? ""
        guard line.count > Self.longestOpening else { return line }
        let cut = line.prefix(Self.longestOpening)
        let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        return "\(words) …"
    }
}
