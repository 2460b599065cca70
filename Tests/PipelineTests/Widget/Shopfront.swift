import Chat
import Foundation
import Model
import Pipeline
import Storage
import Synchronization
import Testing

/// A widget with everything behind it: the store, the unpacking, the reader, the desk and the outbox.
struct Shopfront: Sendable {
    let help: HelpDesk
    let news = WidgetNews()
    let relay: Relay?
    let widget: ChatWidget

    static let channel = WidgetChannel(origins: ["https://shop.example"], title: "Ask us")

    /// Answers as a relay would, and keeps what it was given.
    final class Relay: Sendable {
        private let outcomes: Mutex<[DeliveryOutcome]>
        private let given = Mutex<[ComposedMail]>([])

        /// - Parameter outcomes: one a try; the last one repeats.
        init(_ outcomes: DeliveryOutcome...) {
            self.outcomes = Mutex(outcomes)
        }

        var mails: [ComposedMail] { given.withLock { $0 } }

        @Sendable func take(_ mail: ComposedMail) async -> DeliveryOutcome {
            given.withLock { $0.append(mail) }
            return outcomes.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        }
    }

    /// - Parameter relay: nil for an inbox without one.
    init(
        relay: Relay? = nil,
        hours: BusinessHours = .usual(in: .gmt),
        likelyDay: CalendarDay? = nil,
        accept: (@Sendable (NewDelivery) async throws -> DeliveryAcceptance)? = nil
    ) throws {
        var inbox = Inbox(
            name: InboxName("site"),
            addresses: relay == nil ? [] : ["help@shop.example"],
            senderName: "Example Shop",
            undoWindow: 0
        )
        inbox.channel = ChannelSettings(provider: .widget(Self.channel))
        inbox.hours = hours
        let help = try HelpDesk(inbox: inbox)
        let log = DeliveryLog { try await help.store.accept($0, advancing: nil, at: help.clock.now) }
        self.help = help
        self.relay = relay
        widget = ChatWidget(
            ChatWidget.Parts(
                inbox: { [inbox] in inbox },
                channel: Self.channel,
                url: "https://desk.shop.example/widget/site",
                sendsMail: relay != nil,
                store: help.store,
                accept: accept ?? { try await log.accept($0) },
                likelyDay: { _, _ in likelyDay },
                token: help.token,
                news: news,
                now: { help.clock.now },
                logger: HelpDesk.logger
            )
        )
    }

    func visitor(_ number: UInt8 = 7) -> WidgetSession {
        widget.newSession(random: Array(repeating: number, count: 16))
    }

    /// What a visitor writes, taken and read.
    func write(_ text: String, id: String = "m1", as visitor: WidgetSession) async throws {
        let message = try #require(WidgetMessage(clientID: id, text: text))
        try #require(await widget.take(message, of: visitor) == .taken)
        _ = await unpacking.unpackWaiting()
        _ = await help.reader().readWaiting()
    }

    private var unpacking: DeliveryUnpacking {
        let unpacker = DeliveryUnpacker(ChannelSettings(provider: .widget(Self.channel)), channel: widget.name)
        return DeliveryUnpacking(
            store: help.store,
            items: { try unpacker.items(of: $0.request) },
            bell: Bell(),
            mailCame: {},
            now: { [help] in help.clock.now },
            logger: HelpDesk.logger
        )
    }

    /// A person releases what was drafted for the newest message of a visitor.
    ///
    /// - Parameter promise: what the reply promises; nil for what was drafted.
    func approve(for visitor: WidgetSession, promise: DraftPromise? = nil) async throws -> OutgoingMail {
        let newest = try await #require(help.store.chat(with: visitor.person, limit: 1).messages.last)
        let message = try await #require(help.store.message(newest.id))
        let draft = try await help.readyDraft(for: message, promise: promise)
        switch try await help.approve(draft, head: try await help.record(of: message).conversation.head) {
        case .done(let id): return try await #require(help.store.outgoingMail(id))
        case .refused(let why): throw Refused(why: why)
        }
    }

    /// Sends what is due.
    @discardableResult
    func deliver() async -> Int {
        let outlet = WidgetOutlet(
            inbox: help.inbox,
            channel: Self.channel,
            store: help.store,
            relay: relay.map { relay in relay.take },
            token: help.token,
            news: news,
            now: { [help] in help.clock.now }
        )
        let deliverer = help.deliverer { await outlet.deliver($0, willHandOver: $1, partSent: $2) }
        return await deliverer.deliverDue()
    }

    /// What a visitor sees, their own words marked.
    func seen(by visitor: WidgetSession) async throws -> [String] {
        try await widget.conversation(of: visitor).entries.map { ($0.isOwn ? "> " : "") + $0.text }
    }
}
