import Foundation
import Model
import Storage
import Testing

/// A store with the small acts that the checks are told in. Times are minutes after a fixed start.
struct Scene: Sendable {
    var store: any Store

    static let start = Date(timeIntervalSince1970: 1_790_000_000)
    static let day: TimeInterval = 86_400

    init(store: any Store) {
        self.store = store
    }

    func at(_ minutes: Double) -> Date {
        Self.start.addingTimeInterval(minutes * 60)
    }

    /// taken = open + answered + parked, and no origin with two messages.
    @discardableResult
    func expectCustody(sourceLocation: SourceLocation = #_sourceLocation) async throws -> Custody {
        let sums = try await store.custody()
        let owned = sums.open + sums.answered + sums.parked
        #expect(sums.taken == owned, sourceLocation: sourceLocation)
        #expect(sums.duplicated == 0, sourceLocation: sourceLocation)
        let deliveries = try await store.deliverySums()
        #expect(deliveries.addUp, "\(deliveries)", sourceLocation: sourceLocation)
        #expect(deliveries.waiting == sums.waitingDeliveries, sourceLocation: sourceLocation)
        return sums
    }
}

extension Scene {
    /// The draft that a filing made, in its newest version.
    func draft(of filed: Filed) async throws -> Draft {
        let id = try #require(filed.draft)
        return try #require(try await store.draft(id))
    }

    func origin(_ item: Int, inbox: InboxName = InboxName("support")) -> Origin {
        Origin(inbox: inbox, mailbox: "INBOX", validity: 7, item: String(item))
    }

    func arrival(
        _ item: Int,
        inbox: InboxName = InboxName("support"),
        raw: String? = nil,
        parked: ParkReason? = nil
    ) -> Arrival {
        Arrival(
            origin: origin(item, inbox: inbox),
            raw: [UInt8]((raw ?? "Subject: \(item)\r\n\r\nin \(inbox)").utf8),
            circumstance: .live,
            parked: parked
        )
    }

    /// Takes one message a number.
    @discardableResult
    func take(
        _ items: Int...,
        inbox: InboxName = InboxName("support"),
        at minutes: Double = 0
    ) async throws
        -> [Message.ID]
    {
        let arrivals = items.map { arrival($0, inbox: inbox) }
        return try await store.take(arrivals, advancing: nil, at: at(minutes)).map(\.message)
    }

    /// A mail taken and filed, as one step.
    @discardableResult
    func receive(_ item: Int, _ mail: TestMail = TestMail(), at minutes: Double = 0) async throws -> Filed {
        let taken = try await store.take([arrival(item, inbox: mail.inbox)], advancing: nil, at: at(minutes))
        let message = try #require(taken.first).message
        return try await file(message, mail, at: minutes)
    }

    @discardableResult
    func file(_ message: Message.ID, _ mail: TestMail = TestMail(), at minutes: Double = 0) async throws -> Filed {
        let filing = mail.filing(of: message, at: at(minutes))
        let filed = try await store.file([filing], sameSubjectWindow: 7 * Self.day)
        return try #require(filed.first)
    }

    /// Approves the pending draft as it stands, seen at this moment.
    func approve(
        _ id: Draft.ID,
        by: String = "ann",
        at minutes: Double = 10,
        _ commitments: Commitments = .none
    ) async throws
        -> Decision<OutgoingMail.ID>
    {
        try await store.approve(
            approval(of: id, by: by, at: minutes),
            mail: reply("reply-\(id)@us", at: minutes),
            commitments: commitments
        )
    }

    func approval(of id: Draft.ID, by: String = "ann", at minutes: Double = 10) async throws -> Approval {
        let draft = try #require(try await store.draft(id))
        let head = try #require(try await store.threadHead(of: draft.conversation))
        return Approval(
            draft: id,
            version: draft.version,
            recipients: draft.body.recipients,
            threadHead: head,
            by: by,
            at: at(minutes)
        )
    }

    func reply(_ messageID: String, at minutes: Double = 10) -> NewOutgoingMail {
        NewOutgoingMail(
            kind: .reply,
            inbox: InboxName("support"),
            mail: ComposedMail(
                messageID: messageID,
                reversePath: "support@us.example",
                forwardPaths: ["cid@example.org"],
                raw: [UInt8]("To: cid\r\n\r\n".utf8)
            ),
            notBefore: at(minutes)
        )
    }

    /// A message received, its draft approved, and the mail that waits.
    func approvedReply(_ item: Int = 1, _ mail: TestMail = TestMail()) async throws -> (Filed, OutgoingMail.ID) {
        let filed = try await receive(item, mail)
        let mail = try await approve(try #require(filed.draft)).value()
        return (filed, mail)
    }

    /// A mail that is being handed over to the server.
    func handingOver(_ item: Int = 1, _ mail: TestMail = TestMail()) async throws -> (Filed, OutgoingMail.ID) {
        let (filed, id) = try await approvedReply(item, mail)
        _ = try await store.claimDue(limit: 1, at: at(20))
        try await store.markHandingOver(id, at: at(20))
        return (filed, id)
    }

    func state(_ message: Message.ID) async throws -> Message.State? {
        try await store.message(message)?.state
    }

    func events(_ message: Message.ID) async throws -> [HistoryEntry.Event] {
        try await store.history(of: message).map(\.event)
    }

    func body(_ text: String, to address: String = "cid@example.org") -> DraftBody {
        DraftBody(subject: "Re: Order", text: text, recipients: Recipients(to: [MailAddress(address: address)]))
    }
}

extension Decision {
    /// What was decided; fails the check where it was refused.
    func value(sourceLocation: SourceLocation = #_sourceLocation) throws -> Success {
        let value: Success? = if case .done(let success) = self { success } else { nil }
        return try #require(value, "refused: \(refusals)", sourceLocation: sourceLocation)
    }

    var refusals: [Refusal] {
        if case .refused(let refusals) = self { refusals } else { [] }
    }
}

/// Runs work that has to throw, and returns what it threw.
func storeError(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ work: () async throws -> some Sendable
) async throws -> StoreError {
    let error = await #expect(throws: StoreError.self, sourceLocation: sourceLocation) { _ = try await work() }
    return try #require(error, sourceLocation: sourceLocation)
}

extension StoreError {
    var isNotFound: Bool { if case .notFound = self { true } else { false } }
    var isIllegal: Bool { if case .illegal = self { true } else { false } }
}
