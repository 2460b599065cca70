package import Foundation
package import Logging
import Metrics
package import Model
package import Storage

/// The chat widget of one inbox: takes what visitors write as deliveries of the generic channel, and says what they may
/// see.
///
/// In charge of that a visitor is told "taken" only of what is durable, and sees nothing but their own chat: what they
/// wrote, and replies that were released and are out.
package struct ChatWidget: Sendable {
    package struct Parts: Sendable {
        /// As its settings are now.
        package var inbox: @Sendable () -> Inbox
        package var channel: WidgetChannel
        /// Where the widget is served, without a slash at its end.
        package var url: String
        /// Whether the inbox can send mail, so that an address may be left.
        package var sendsMail: Bool
        package var store: any Store
        /// Returns once a delivery is durable.
        package var accept: @Sendable (NewDelivery) async throws -> DeliveryAcceptance
        /// The day by which a message that comes then is answered, by experience.
        package var likelyDay: @Sendable (Inbox, Date) async -> CalendarDay?
        package var token: MessageToken
        package var news: WidgetNews
        package var now: @Sendable () -> Date
        package var logger: Logger

        package init(
            inbox: @escaping @Sendable () -> Inbox,
            channel: WidgetChannel,
            url: String,
            sendsMail: Bool,
            store: any Store,
            accept: @escaping @Sendable (NewDelivery) async throws -> DeliveryAcceptance,
            likelyDay: @escaping @Sendable (Inbox, Date) async -> CalendarDay?,
            token: MessageToken,
            news: WidgetNews,
            now: @escaping @Sendable () -> Date,
            logger: Logger
        ) {
            self.inbox = inbox
            self.channel = channel
            self.url = url
            self.sendsMail = sendsMail
            self.store = store
            self.accept = accept
            self.likelyDay = likelyDay
            self.token = token
            self.news = news
            self.now = now
            self.logger = logger
        }
    }

    /// What became of a message.
    package enum Taking: Hashable, Sendable {
        /// Durable, now or before.
        case taken
        /// The number was used for another text.
        case numberIsUsed
        /// The store cannot take it now.
        case putOff
    }

    /// Entries that a visitor is shown.
    private static let mostEntries = 200

    /// Of the inbox that the widget is.
    package let name: InboxName
    private let parts: Parts

    package init(_ parts: Parts) {
        self.parts = parts
        name = parts.inbox().name
    }

    /// The sites that may show the page.
    package var origins: [String] { parts.channel.origins }
    /// How much visitors may do.
    package var limits: WidgetLimits { parts.channel.limits }
    /// In which the page is shown.
    package var language: String { parts.inbox().defaultLanguage }
    /// Whether somebody is asked for a mail address.
    package var offersMail: Bool { parts.sendsMail }
    /// Where the page is served, for the sites that show it.
    package var url: String { parts.url }

    /// What stands at the head; the inbox's sender where nothing is configured, else empty.
    package var title: String {
        parts.channel.title.isEmpty ? parts.inbox().senderName : parts.channel.title
    }

    /// - Parameter random: 16 random octets.
    package func newSession(random: [UInt8]) -> WidgetSession {
        parts.token.widgetSession(in: name, random: random)
    }

    /// nil for a token that we did not make for this widget.
    package func session(presented token: String) -> WidgetSession? {
        parts.token.widgetSession(in: name, presented: token)
    }

    /// Makes a message durable as a delivery of this channel, which is taken apart like any other.
    package func take(_ message: WidgetMessage, of session: WidgetSession) async -> Taking {
        do {
            switch try await parts.accept(message.delivery(from: session.person, url: "\(url)/messages")) {
            case .new, .contradicting:
                count("new")
                return .taken
            case .known: return .taken
            case .forged: return .numberIsUsed
            }
        } catch {
            count("put off")
            parts.logger.error("a message was put off", metadata: ["channel": "\(name)", "error": "\(error)"])
            return .putOff
        }
    }

    private func count(_ outcome: String) {
        Counter(
            label: "wavelength_widget_messages_total",
            dimensions: [("channel", name.rawValue), ("outcome", outcome)]
        )
        .increment()
    }

    /// What the visitor is shown: their messages and the replies that are theirs to see. Throws a `StoreError`.
    package func conversation(of session: WidgetSession) async throws -> WidgetConversation {
        let record = try await parts.store.chat(with: session.person, limit: Self.mostEntries)
        let address = try await parts.store.mailAddress(leftBy: session.person)
        var conversation = WidgetConversation(record, of: session, address: address, most: Self.mostEntries)
        conversation.promisedBy = try await promisedBy(in: record.replies)
        return conversation
    }

    /// When the first open promise of these replies is due. What is overdue is left out: news of it is drafted by then.
    private func promisedBy(in replies: [OutgoingMail]) async throws -> Date? {
        let (shown, now) = (Set(replies.map(\.id)), parts.now())
        var due: [Date] = []
        for place in Set(replies.map(\.conversation)) {
            let promises = try await parts.store.promises(in: place)
            due += promises.filter { $0.state == .open && shown.contains($0.outgoing) }.map(\.dueAt)
        }
        return due.filter { $0 > now }.min()
    }

    /// The conversation once it is another one than that with the mark; nil where it stays the same.
    ///
    /// - Parameter patience: how long to wait for a change; ends early when the program is to stop.
    package func conversation(
        of session: WidgetSession,
        unlike mark: String,
        patience: Duration
    ) async throws -> WidgetConversation? {
        let news = parts.news.listen(to: session.person)
        let present = try await conversation(of: session)
        guard present.mark == mark else { return present }
        await news.first(within: patience)
        let later = try await conversation(of: session)
        return later.mark == mark ? nil : later
    }

    /// How many looks wait for news, whoever's.
    package var waiting: Int { parts.news.listeners }

    /// Keeps where answers go as well; nil forgets it.
    package func leave(_ address: String?, by session: WidgetSession) async throws {
        try await parts.store.leaveMailAddress(address, by: session.person, at: parts.now())
        parts.news.tell(session.person)
    }

    /// Whether somebody is there, and when an answer comes.
    ///
    /// - Parameters:
    ///   - promisedBy: when this visitor was promised something, as their conversation says it.
    ///   - zone: the visitor's, where their browser says it.
    package func outlook(promisedBy: Date? = nil, seenFrom zone: TimeZone? = nil) async -> AnswerOutlook {
        let (inbox, now) = (parts.inbox(), parts.now())
        return AnswerOutlook(
            inbox.hours,
            likelyDay: await parts.likelyDay(inbox, now),
            promisedBy: promisedBy,
            at: now,
            seenFrom: zone
        )
    }
}
