import Chat
import Foundation
import Model
import Replies

/// Makes what a channel sends of an approved draft.
struct ChatReplyComposition {
    let reply: ReplyToCompose
    let origin: ChatOrigin
    let channel: ChannelSettings

    /// - Parameter messageID: of the reply; what its parts are told apart by.
    func composed(_ finished: FinishedReply, messageID: String) -> ReplyComposition {
        let closesAt = channel.provider.replyWindow.flatMap { window in
            lastWritten.map { $0.addingTimeInterval(window) }
        }
        if let closesAt, closesAt <= reply.at.addingTimeInterval(reply.inbox.undoWindow) {
            return .refused([.notSendable(Self.windowIsClosed(closesAt, channel.provider, reply.inbox.hours.zone))])
        }
        let chat = ChatReply(
            place: origin.place,
            parts: channel.partLimit.map { ReplySplitter(limit: $0).parts(of: finished.text) } ?? [finished.text],
            answers: origin.id,
            closesAt: closesAt
        )
        var mail = ComposedMail(
            messageID: messageID,
            reversePath: "",
            forwardPaths: finished.recipients.all.map(\.address),
            raw: chat.bytes
        )
        mail.form = .chat
        return .composed(mail)
    }

    /// When the customer wrote last, which is what providers count from.
    private var lastWritten: Date? {
        reply.record.messages.filter { $0.form == .chat }.map { $0.content?.date ?? $0.takenAt }.max()
    }

    private static func windowIsClosed(_ at: Date, _ provider: ChannelProvider, _ zone: TimeZone) -> String {
        """
        \(provider.title) takes a free reply for 24 hours after the customer's last message, and they ended \
        \(DueText.text(at, in: zone)). Answer in another way, such as by mail or telephone, or wait until the customer \
        writes again.
        """
    }
}
