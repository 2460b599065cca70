import Chat
package import Foundation
package import Model

/// How a reply would go out in its chat: where to, until when, and in how many messages.
package struct ChatOutlook: Hashable, Sendable {
    package var channel: InboxName
    /// nil where the channel is no longer configured.
    package var provider: ChannelProvider?
    package var person: MailAddress
    package var place: ChatPlace
    /// Until when the provider takes a free reply; nil where there is no such limit.
    package var closesAt: Date?
    /// The same in the inbox's zone.
    package var closesText: String?
    /// So little time is left that this should be answered first.
    package var isClosing: Bool
    /// Why no reply can be sent, or none any more, and what can be done instead; nil where one can.
    package var closed: String?
    /// The messages that the reply is cut into; nil while something is still to be filled in.
    package var parts: [String]?

    /// Seconds before the end of the window from which on it is warned of.
    static let warning: TimeInterval = 7_200
}

extension ChatOutlook {
    /// nil where a draft is answered by mail.
    init?(_ draft: Draft, _ record: ConversationRecord, _ context: ReleaseContext, mail: ComposedMail?) {
        let origin = record.messages.first { $0.id == draft.message }?.content?.chat
        guard let person = draft.body.recipients.to.first, let address = ChatAddress(person), let origin else {
            return nil
        }
        let (inbox, now) = (context.inbox, context.at)
        let provider = inbox.channel?.provider
        let window = provider.flatMap { ReplyWindow(of: record, by: $0) }
        let isClosed = window?.isClosed(at: now, inbox) ?? false
        channel = address.channel
        self.provider = provider
        self.person = person
        place = origin.place
        closesAt = window?.closesAt
        closesText = window.map { DueText.text($0.closesAt, in: inbox.hours.zone) }
        isClosing = window.map { !isClosed && $0.closesAt.timeIntervalSince(now) < Self.warning } ?? false
        closed = inbox.channel?.noReplies ?? (isClosed ? window?.sentence(in: inbox.hours.zone) : nil)
        parts = mail.flatMap { try? ChatReply(bytes: $0.raw).parts }
    }
}
