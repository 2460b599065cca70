import Hummingbird
import Model
import Pipeline
import Storage

extension DeskRoutes {
    func addQueue(to group: RouterGroup<DeskContext>) {
        group.get("/queue", use: queue)
        group.get("/conversations/:id") { request, context in
            let id = try context.id(of: Conversation.self)
            let at = Self.number("at", in: request) ?? 0
            let session = try context.requireSession()
            return try await matter(id, session: session, at: at, notice: Self.notice(request))
        }
    }

    @Sendable func queue(_ request: Request, _ context: DeskContext) async throws -> Response {
        let page = min(max(1, Self.number("page", in: request) ?? 1), 100_000)
        let offset = (page - 1) * QueuePage.size
        let entries = try await resources.store.queue(limit: QueuePage.size, offset: offset)
        let frame = try await frame(
            context.requireSession(),
            title: "Queue",
            place: .queue,
            notice: Self.notice(request)
        )
        let count = try await resources.store.queueLength()
        let isSenior = try context.requireSession().user.role != .agent
        let view = QueuePage(
            frame: frame,
            entries: entries,
            providers: providers(of: entries.map(\.conversation.inbox)),
            count: count,
            page: page,
            isSenior: isSenior,
            clock: resources.clock
        )
        return resources.answer(view)
    }

    /// One conversation, as it is now; with `refused`, what the person had decided stands in it.
    func matter(
        _ id: Conversation.ID,
        session: Session,
        at: Int,
        notice: Notice? = nil,
        refused: Refused? = nil
    ) async throws -> Response {
        guard let record = try await resources.store.conversation(id) else { throw HTTPError(.notFound) }
        let title = Subject.shown(record.conversation.subject)
        let page = MatterPage(
            record,
            frame: try await frame(session, title: title, place: .queue, notice: notice),
            column: try await column(around: at, isSenior: session.user.role != .agent),
            known: try await knowledge(of: record, for: session.user, typed: refused),
            intents: resources.desk.intents,
            refused: refused,
            clock: resources.clock
        )
        return resources.answer(page, status: refused?.status ?? .ok)
    }

    /// The part of the queue that stands beside a conversation.
    private func column(around at: Int, isSenior: Bool) async throws -> QueueColumn {
        let first = max(0, min(at, 1_000_000) - 6)
        let entries = try await resources.store.queue(limit: 25, offset: first)
        return QueueColumn(
            entries: entries,
            providers: providers(of: entries.map(\.conversation.inbox)),
            first: first,
            count: try await resources.store.queueLength(),
            at: at,
            isSenior: isSenior
        )
    }

    /// Mail that comes by a webhook is mail.
    private func providers(of inboxes: [InboxName]) -> [InboxName: ChannelProvider] {
        var providers: [InboxName: ChannelProvider] = [:]
        for name in Set(inboxes) {
            guard let provider = resources.desk.inbox(name)?.channel?.provider, !provider.bringsMail else { continue }
            providers[name] = provider
        }
        return providers
    }

    private func knowledge(
        of record: ConversationRecord,
        for user: User,
        typed: Refused?
    ) async throws -> MatterKnowledge {
        var known = MatterKnowledge(user: user, charter: resources.charter)
        if let draft = record.drafts.last(where: { $0.state == .pending }) {
            let body = typed?.draft == draft.id ? typed?.typed ?? draft.body : draft.body
            known.review = try await resources.desk.review(draft.id, as: body, for: user.name)
        }
        let conversation = record.conversation
        known.promises = try await resources.store.promises(in: conversation.id)
        known.people = try await resources.store.users().map(\.name)
        if let customer = conversation.customer {
            let store = resources.store
            known.formality = try await store.customer(customer.key, in: conversation.inbox, besides: nil).formality
        }
        try await addChannels(to: &known, record)
        return known
    }

    /// Which chat it is in, what was read together there, and who the customer is elsewhere.
    private func addChannels(to known: inout MatterKnowledge, _ record: ConversationRecord) async throws {
        let desk = resources.desk
        known.channel = desk.inbox(record.conversation.inbox)?.channel
        known.customer = try await desk.knownCustomer(of: record)
        known.providers = providers(of: [record.conversation.inbox] + (known.customer?.inboxes ?? []))
        guard let front = record.messages.last(where: { $0.state == .open }), front.form == .chat,
            let pause = known.channel?.pause, pause > 0
        else { return }
        let window = known.channel?.conversationWindow ?? 0
        known.burst = try await resources.store.burst(before: front.id, pause: pause, window: window).map(\.id)
    }

    /// Where a person goes on after a decision: to who waits next, else to the empty queue.
    func goOn(from at: Int, notice: Notice? = nil) async throws -> Response {
        let done = notice.map { "done=\($0.rawValue)" }
        for place in Set([at, 0]).sorted(by: >) {
            guard let entry = try await resources.store.queue(limit: 1, offset: place).first else { continue }
            let path = "/conversations/\(entry.conversation.id)?at=\(place)"
            return .redirect(to: done.map { "\(path)&\($0)" } ?? path)
        }
        return .redirect(to: done.map { "/queue?\($0)" } ?? "/queue")
    }
}

extension KnownCustomer {
    /// Of their conversations and of their addresses in chats.
    fileprivate var inboxes: [InboxName] {
        let chats = identities.addresses.compactMap { ChatAddress(MailAddress(address: $0))?.channel }
        return conversations.map(\.conversation.inbox) + chats
    }
}
