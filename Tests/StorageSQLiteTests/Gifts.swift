import Foundation
import GRDB
import Model
import Storage

@testable import StorageSQLite

/// Replies that give something, for tests of the ledger.
struct Gifts: Sendable {
    var store: SQLiteStore
    /// The accounts that each gift has to fit into.
    var limits: [String: Int]

    private static let inbox = InboxName("support")
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)

    /// So many conversations with a pending draft each.
    func drafts(_ count: Int) async throws -> [Draft.ID] {
        let arrivals = (1...count).map { number in
            Arrival(
                origin: Origin(inbox: Self.inbox, item: String(number)),
                raw: [UInt8]("\(number)".utf8),
                circumstance: .live
            )
        }
        let taken = try await store.take(arrivals, advancing: nil, at: Self.now)
        return try await store.file(taken.map { filing(of: $0.message) }, sameSubjectWindow: 1).compactMap(\.draft)
    }

    private func filing(of message: Message.ID) -> Filing {
        let customer = MailAddress(address: "c\(message)@x.example")
        return Filing(
            message: message,
            content: MessageContent(messageID: nil, subject: "Late", from: customer, date: nil, text: "?"),
            reading: Reading(
                newText: "?",
                language: "en",
                intents: [],
                abstained: true,
                automatic: AutomaticVerdict(verdict: .human, mayAutoReply: true)
            ),
            identity: "",
            thread: ThreadKeys(verified: nil, identifiers: [], person: customer.address, subject: "late"),
            customer: customer,
            draft: DraftBody(subject: "Late", text: "Sorry.", recipients: Recipients(to: [customer])),
            at: Self.now
        )
    }

    /// Releases a draft with a grant of so many cents. One that was decided is not even tried.
    func give(_ cents: Int, in id: Draft.ID, by: String) async throws -> Decision<OutgoingMail.ID> {
        guard let draft = try await store.draft(id), let head = try await store.threadHead(of: draft.conversation)
        else {
            return .refused([.noSuchDraft])
        }
        guard draft.state == .pending else { return .refused([.alreadyDecided(draft.state, by: draft.author)]) }
        let grant = GoodwillGrant(
            offer: "voucher",
            value: Money(minorUnits: cents, currency: "EUR"),
            customer: draft.body.recipients.to.first?.address ?? "",
            cause: "order.late",
            caps: limits.sorted { $0.key < $1.key }.map { GoodwillCap(account: $0.key, limit: $0.value) }
        )
        return try await store.approve(
            Approval(
                draft: id,
                version: draft.version,
                recipients: draft.body.recipients,
                threadHead: head,
                by: by,
                at: Self.now
            ),
            mail: mail(of: draft),
            commitments: Commitments(grants: [grant])
        )
    }

    private func mail(of draft: Draft) -> NewOutgoingMail {
        NewOutgoingMail(
            kind: .reply,
            inbox: Self.inbox,
            mail: ComposedMail(messageID: "\(draft.id)@us", reversePath: "us@us", forwardPaths: ["c@x"], raw: [65]),
            notBefore: Self.now
        )
    }

    func undo(_ mail: OutgoingMail.ID) async throws -> Decision<Draft.ID> {
        try await store.undo(mail, by: "ann", at: Self.now)
    }

    /// Standing replies without exactly one standing grant, and grants without a standing reply.
    func strays() async throws -> Int {
        try await store.read { db in
            try Int(db.number(Self.strayRows) ?? 0)
        }
    }

    private static let strayRows = """
        WITH standing AS (
            SELECT outgoing FROM goodwill_transaction AS entry WHERE kind = 'grant'
                AND NOT EXISTS (SELECT 1 FROM goodwill_transaction WHERE reverses = entry.id)
        )
        SELECT (
            SELECT count(*) FROM outgoing WHERE state NOT IN ('cancelled', 'failed')
                AND (SELECT count(*) FROM standing WHERE standing.outgoing = outgoing.id) <> 1
        ) + (
            SELECT count(*) FROM standing JOIN outgoing ON outgoing.id = standing.outgoing
            WHERE outgoing.state IN ('cancelled', 'failed')
        )
        """

    /// Accounts whose balance is not the sum of their postings.
    func accountsThatDisagree() async throws -> Int {
        try await store.read { db in
            try Int(
                db.number(
                    """
                    SELECT count(*) FROM goodwill_account WHERE balance <> (
                        SELECT sum(amount) FROM goodwill_posting
                        WHERE account = goodwill_account.name AND goodwill_posting.currency = goodwill_account.currency
                    )
                    """
                ) ?? 0
            )
        }
    }

    /// How many replies stand.
    func standing() async throws -> Int {
        try await store.read { db in
            try Int(db.number("SELECT count(*) FROM outgoing WHERE state NOT IN ('cancelled', 'failed')") ?? 0)
        }
    }
}
