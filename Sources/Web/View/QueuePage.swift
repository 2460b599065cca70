import Foundation
import Model
import Pipeline

/// The queue: who waits, for what, and why a person is needed.
struct QueuePage: Page {
    static let template = "queue"
    /// Entries on one page.
    static let size = 40

    var frame: Frame
    var items: [QueueItem]
    var total: Int
    var isEmpty: Bool
    var range: String
    var previous: String?
    var following: String?

    /// - Parameters:
    ///   - providers: of the inboxes that are chats.
    ///   - windows: of the conversations that can be answered for a limited time only.
    init(
        frame: Frame,
        entries: [QueueEntry],
        providers: [InboxName: ChannelProvider] = [:],
        windows: [Conversation.ID: ReplyWindowStanding] = [:],
        count: Int,
        page: Int,
        isSenior: Bool = false,
        clock: Clock
    ) {
        self.frame = frame
        total = count
        let first = (page - 1) * Self.size
        let column = QueueColumn(
            entries: entries,
            providers: providers,
            windows: windows,
            first: first,
            isSenior: isSenior
        )
        items = QueueItem.items(column, current: nil, clock: clock)
        isEmpty = count == 0
        range = items.isEmpty ? "" : "\(first + 1) to \(first + items.count) of \(count)"
        previous = page > 1 ? "/queue?page=\(page - 1)" : nil
        following = first + items.count < count ? "/queue?page=\(page + 1)" : nil
    }
}

/// A line of the queue.
struct QueueItem: Sendable {
    var path: String
    var who: String
    /// Which chat it came by; nil for mail.
    var channel: String?
    /// How long it can be answered there; nil where at any time. Not `window`, which the page around the line may have: a
    /// template takes from there what a view leaves out.
    var timeLeft: WindowView?
    var subject: String
    var waiting: Moment
    var reason: String
    var isPressing: Bool
    var isCurrent: Bool

    static func items(_ column: QueueColumn, current: Conversation.ID?, clock: Clock) -> [QueueItem] {
        column.entries.enumerated().map { offset, entry in
            let reason = QueueReason(entry, isSenior: column.isSenior, now: clock.now)
            return QueueItem(
                path: "/conversations/\(entry.conversation.id)?at=\(column.first + offset)",
                who: Person.name(entry.message.content?.from ?? entry.conversation.customer),
                channel: column.providers[entry.conversation.inbox].map(ChannelWords.word),
                timeLeft: column.windows[entry.conversation.id].map { WindowView($0) },
                subject: Subject.shown(entry.message.content?.subject ?? entry.conversation.subject),
                waiting: clock.moment(entry.since),
                reason: reason.text,
                isPressing: reason.isPressing,
                isCurrent: entry.conversation.id == current
            )
        }
    }
}
