import Chat
import Model

extension ThreadKeys {
    /// How a chat message finds its conversation: by what it answers and the root of its thread, else by its writer and the
    /// place they write in, for as long as the chat goes on.
    ///
    /// - Parameter inbox: the channel's.
    init(of content: MessageContent, in origin: ChatOrigin, _ inbox: Inbox) {
        // A thread may have the number of its first message, as with Slack.
        let first = origin.place.thread.map {
            MessageContent.identifier(of: "\(origin.place.chat)/\($0)", in: inbox.name)
        }
        let root = [first].compactMap(\.self)
        let standing = origin.standing
        let place = [standing.chat, standing.thread].compactMap(\.self).joined(separator: "/")
        self.init(
            verified: nil,
            identifiers: content.inReplyTo + root,
            person: content.from?.key,
            subject: "chat \(place)"
        )
        window = inbox.channel?.conversationWindow
    }
}
