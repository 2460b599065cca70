import Foundation
import Model
import Pipeline
import Storage
import Testing

extension HelpDesk {
    /// - Parameter findings: what the charter says of every draft.
    func desk(findings: [Finding] = []) -> Desk {
        let mail = ReplyMail(token: token, nonce: Nonces().next)
        return Desk(
            store: store,
            rules: rules,
            compose: { mail.compose($0) },
            drafting: Desk.Drafting(live, circumstances),
            check: { _, _ in CharterReport(findings: findings, score: findings.isEmpty ? 100 : 80) },
            now: { clock.now },
            outboxChanged: { outbox.ring() }
        )
    }

    private var live: LivePreparation {
        LivePreparation(preparation)
    }

    var occasions: Occasions {
        Occasions(live, circumstances)
    }

    var promiseKeeper: PromiseKeeper { PromiseKeeper(keeperParts) }

    var limitKeeper: LimitKeeper { LimitKeeper(keeperParts) }

    private var keeperParts: KeeperParts {
        KeeperParts(
            store: store,
            rules: rules,
            occasions: occasions,
            bell: Bell(),
            now: { clock.now },
            logger: Self.logger
        )
    }

    /// A reader that acknowledges where the inbox wants it.
    func reader(prepare: (@Sendable (UnreadMessage) async throws -> Filing)? = nil) -> Reader {
        let (preparation, circumstances) = (preparation, circumstances)
        let clock = clock
        return Reader(
            store: store,
            prepare: prepare ?? { try await preparation.prepare($0, at: clock.now, circumstances: circumstances) },
            filed: { await acknowledger.acknowledge($0, filed: $1, inbox: $2) },
            bell: Bell(),
            now: { clock.now },
            logger: Self.logger
        )
    }

    func deliverer(
        schedule: RetrySchedule = RetrySchedule(),
        delivered: @escaping @Sendable (OutgoingMail) async -> Void = { _ in },
        handOver: @escaping Deliverer.HandOver
    ) -> Deliverer {
        Deliverer(
            store: store,
            handOver: handOver,
            delivered: delivered,
            bell: outbox,
            schedule: schedule,
            now: { clock.now },
            jitter: { 1 },
            logger: Self.logger
        )
    }

    /// Takes a mail, as a source does.
    @discardableResult
    func take(
        _ octets: [UInt8],
        circumstance: Circumstance = .live,
        sourceDate: Date? = nil,
        inbox name: InboxName? = nil
    ) async throws -> Message.ID {
        let items = try await store.custody().taken
        let origin = Origin(inbox: name ?? inbox.name, item: "\(items + 1)-\(octets.count)")
        let arrival = Arrival(origin: origin, raw: octets, circumstance: circumstance, sourceDate: sourceDate)
        return try await #require(store.take([arrival], advancing: nil, at: clock.now).first).message
    }

    /// Takes and reads a mail; gives the message as the store has it then.
    @discardableResult
    func receive(
        _ octets: [UInt8] = Letter().octets,
        circumstance: Circumstance = .live,
        sourceDate: Date? = nil
    ) async throws -> Message {
        let id = try await take(octets, circumstance: circumstance, sourceDate: sourceDate)
        _ = await reader().readWaiting()
        return try await #require(store.message(id))
    }

    func record(of message: Message) async throws -> ConversationRecord {
        let conversation = try #require(message.conversation)
        return try await #require(store.conversation(conversation))
    }

    /// The pending draft that answers a message, its slots filled.
    ///
    /// - Parameter promise: what it promises; nil for what was drafted.
    func readyDraft(for message: Message, promise: DraftPromise? = nil) async throws -> Draft {
        let draft = try await #require(record(of: message).drafts.last)
        var body = draft.body
        for index in body.slots.indices { body.slots[index].value = "Thursday" }
        if let promise { body.promise = promise }
        switch try await desk().edit(draft.id, version: draft.version, body: body, by: "anna") {
        case .done(let draft): return draft
        case .refused(let why): throw Refused(why: why)
        }
    }

    /// A customer's mail, answered: the reply waits in the outbox.
    func approvedReply() async throws -> OutgoingMail {
        let message = try await receive()
        let draft = try await readyDraft(for: message)
        switch try await approve(draft, head: try await record(of: message).conversation.head) {
        case .done(let id): return try await #require(store.outgoingMail(id))
        case .refused(let why): throw Refused(why: why)
        }
    }

    /// Makes somebody a user where they are none yet.
    func admit(_ user: String) async throws {
        guard try await store.user(named: user) == nil else { return }
        _ = try await store.addUser(name: user, displayName: user, role: .agent, passwordHash: "", at: clock.now)
    }

    /// Releases a draft in the name of a user, who is made one where they are none.
    func approve(
        _ draft: Draft,
        version: Int? = nil,
        recipients: Recipients? = nil,
        head: ThreadHead,
        by user: String = "anna"
    ) async throws -> Decision<OutgoingMail.ID> {
        try await admit(user)
        return try await desk().approve(
            draft.id,
            version: version ?? draft.version,
            recipients: recipients ?? draft.body.recipients,
            threadHead: head,
            by: user
        )
    }

    func state(of mail: OutgoingMail) async throws -> OutgoingMail.State? {
        try await store.outgoingMail(mail.id)?.state
    }

    /// What the history of a message says of one kind of event.
    func details(of event: HistoryEntry.Event, _ message: Message) async throws -> [String] {
        try await store.history(of: message.id).filter { $0.event == event }.map(\.detail)
    }
}

/// A test's own decision that was refused where it should not be.
struct Refused: Error {
    var why: [Refusal]
}
