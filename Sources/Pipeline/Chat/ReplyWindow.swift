import Foundation
import Model

/// The time in which a provider takes a free reply in a conversation.
struct ReplyWindow: Hashable, Sendable {
    let provider: ChannelProvider
    let closesAt: Date

    /// nil where the provider takes replies at any time, or the customer never wrote.
    init?(of record: ConversationRecord, by provider: ChannelProvider) {
        // Providers count from when the customer wrote last.
        let written = record.messages.filter { $0.form == .chat }.map { $0.content?.date ?? $0.takenAt }
        guard let window = provider.replyWindow, let last = written.max() else { return nil }
        self.provider = provider
        closesAt = last.addingTimeInterval(window)
    }

    /// Whether a reply that is released now would come too late: it waits for the undo window first.
    func isClosed(at: Date, _ inbox: Inbox) -> Bool {
        closesAt <= at.addingTimeInterval(inbox.undoWindow)
    }

    /// Why no reply can be sent any more, and what can be done instead.
    func sentence(in zone: TimeZone) -> String {
        """
        \(provider.title) takes a free reply for 24 hours after the customer's last message, and they ended \
        \(DueText.text(closesAt, in: zone)). Answer in another way, such as by mail or telephone, or wait until the \
        customer writes again.
        """
    }
}
