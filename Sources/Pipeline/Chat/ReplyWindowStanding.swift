package import Foundation
package import Model

/// How long a reply can still be sent in a chat whose provider takes free replies for a limited time only.
package struct ReplyWindowStanding: Hashable, Sendable {
    package var closesAt: Date
    /// The same in the inbox's zone: `Mon 23 Nov 2026, 15:41`.
    package var closesText: String
    /// Seconds in which a reply can still be released, its undo window taken off; 0 once it is too late.
    package var left: TimeInterval
    /// Why no reply can be sent any more, and what can be done instead; nil where one can.
    package var closed: String?

    /// So little time is left that this should be answered first.
    package var isClosing: Bool {
        closed == nil && left < Self.warning
    }

    /// Seconds before the end from which on it is warned of.
    static let warning: TimeInterval = 7_200
}

extension ReplyWindowStanding {
    init(_ window: ReplyWindow, _ inbox: Inbox, at now: Date) {
        let zone = inbox.hours.zone
        closesAt = window.closesAt
        closesText = DueText.text(window.closesAt, in: zone)
        left = max(0, window.left(at: now, inbox))
        closed = window.isClosed(at: now, inbox) ? window.sentence(in: zone) : nil
    }
}

extension Desk {
    /// nil where the conversation is by mail, in no chat that is configured, or in one that takes replies at any time.
    package func replyWindow(of record: ConversationRecord) -> ReplyWindowStanding? {
        standing(in: record.conversation.inbox) { ReplyWindow(of: record, by: $0) }
    }

    /// The same for a line of the queue.
    package func replyWindow(of entry: QueueEntry) -> ReplyWindowStanding? {
        standing(in: entry.conversation.inbox) { ReplyWindow(of: entry, by: $0) }
    }

    private func standing(in name: InboxName, _ find: (ChannelProvider) -> ReplyWindow?) -> ReplyWindowStanding? {
        guard let inbox = self.inbox(name), let window = inbox.channel.flatMap({ find($0.provider) }) else {
            return nil
        }
        return ReplyWindowStanding(window, inbox, at: now())
    }
}
