import Foundation
import Model

/// The time in which a provider takes a free reply in a conversation.
struct ReplyWindow: Hashable, Sendable {
    let provider: ChannelProvider
    let closesAt: Date

    /// nil where the provider takes replies at any time, or the customer never wrote.
    init?(of record: ConversationRecord, by provider: ChannelProvider) {
        self.init(written: record.messages, by: provider)
    }

    /// The same by the newest message that waits.
    init?(of entry: QueueEntry, by provider: ChannelProvider) {
        self.init(written: [entry.message], by: provider)
    }

    /// Providers count from when the customer wrote last.
    private init?(written: [Message], by provider: ChannelProvider) {
        let times = written.filter { $0.form == .chat }.map { $0.content?.date ?? $0.takenAt }
        guard let window = provider.replyWindow, let last = times.max() else { return nil }
        self.provider = provider
        closesAt = last.addingTimeInterval(window)
    }

    /// Seconds in which a reply can still be released: it waits for its undo window first. 0 or less once that is too late.
    func left(at: Date, _ inbox: Inbox) -> TimeInterval {
        closesAt.timeIntervalSince(at) - inbox.undoWindow
    }

    func isClosed(at: Date, _ inbox: Inbox) -> Bool {
        left(at: at, inbox) <= 0
    }

    /// Why no reply can be sent any more, and what can be done instead.
    func sentence(in zone: TimeZone) -> String {
        """
        \(provider.title) takes a free reply for 24 hours after the customer's last message, and they ended \
        \(DueText.text(closesAt, in: zone)). Answer in another way, such as by mail or telephone\(otherWay), or wait until \
        the customer writes again.
        """
    }

    /// What the provider itself offers for later replies.
    private var otherWay: String {
        switch provider {
        case .whatsapp: ", send one of your approved templates from WhatsApp's own tools"
        default: ""
        }
    }
}
