import Chat
package import Model

/// How a reply would go out in its chat: where to, until when, and in how many messages.
package struct ChatOutlook: Hashable, Sendable {
    package var channel: InboxName
    /// nil where the channel is no longer configured.
    package var provider: ChannelProvider?
    package var person: MailAddress
    package var place: ChatPlace
    /// Until when the provider takes a free reply; nil where there is no such limit.
    package var window: ReplyWindowStanding?
    /// Why the channel has no way for a reply at all, and what can be done instead; nil where it has one.
    package var noReplies: String?
    /// The messages that the reply is cut into; nil while something is still to be filled in.
    package var parts: [String]?

    /// Why no reply can be sent, or none any more, and what can be done instead; nil where one can.
    package var closed: String? {
        noReplies ?? window?.closed
    }
}

extension ChatOutlook {
    /// nil where a draft is answered by mail.
    init?(_ draft: Draft, _ record: ConversationRecord, _ context: ReleaseContext, mail: ComposedMail?) {
        let origin = record.messages.first { $0.id == draft.message }?.content?.chat
        guard let person = draft.body.recipients.to.first, let address = ChatAddress(person), let origin else {
            return nil
        }
        channel = address.channel
        provider = context.inbox.channel?.provider
        self.person = person
        place = origin.place
        noReplies = context.inbox.channel?.noReplies
        window = provider.flatMap { ReplyWindow(of: record, by: $0) }
            .map { ReplyWindowStanding($0, context.inbox, at: context.at) }
        parts = mail.flatMap { try? ChatReply(bytes: $0.raw).parts }
    }
}
