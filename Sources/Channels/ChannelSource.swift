import Chat
package import Model
import Storage

extension ChannelSettings {
    /// What brings the messages of the channel: we ask, or are called.
    ///
    /// - Parameters:
    ///   - publicURL: where the desk is reached from outside, without a slash at its end.
    ///   - parts: for asking.
    package func source(
        named name: InboxName,
        publicURL: String,
        parts: PollParts,
        report: @escaping @Sendable (SourceEvent) -> Void
    ) -> any MailSource {
        switch provider {
        case .feed(let feed):
            FeedPoll(name: name, settings: self, feed: feed, parts: parts, report: report)
        case .telegram(let telegram) where telegram.mode == .poll:
            TelegramPoll(name: name, settings: self, parts: parts, report: report)
        default:
            WebhookInbox(name: name, settings: self, secrets: parts.secrets, publicURL: publicURL, report: report)
        }
    }
}
