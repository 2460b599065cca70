import Chat
import Model
import Replies

/// Makes what a channel sends of an approved draft.
struct ChatReplyComposition {
    let reply: ReplyToCompose
    let origin: ChatOrigin
    let channel: ChannelSettings

    /// - Parameter messageID: of the reply; what its parts are told apart by.
    func composed(_ finished: FinishedReply, messageID: String) -> ReplyComposition {
        if let reason = channel.noReplies { return .refused([.notSendable(reason)]) }
        let window = ReplyWindow(of: reply.record, by: channel.provider)
        if let window, window.isClosed(at: reply.at, reply.inbox) {
            return .refused([.notSendable(window.sentence(in: reply.inbox.hours.zone))])
        }
        let chat = ChatReply(
            place: origin.place,
            parts: channel.partLimit.map { ReplySplitter(limit: $0).parts(of: finished.text) } ?? [finished.text],
            answers: origin.id,
            closesAt: window?.closesAt
        )
        var mail = ComposedMail(
            messageID: messageID,
            reversePath: "",
            forwardPaths: finished.recipients.all.map(\.address),
            chat: ReplyEnvelope(place: chat.place, parts: chat.parts.count),
            raw: chat.bytes
        )
        mail.form = .chat
        return .composed(mail)
    }
}
