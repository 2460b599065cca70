import Foundation
import Model
import Storage
import Testing

extension Scene {
    /// A promise that is due so many minutes after the start.
    func promise(
        due minutes: Double,
        _ fulfilment: PromiseTerms.Fulfilment = .deed,
        matter: String = "order.where",
        what: String = "The order arrives"
    ) -> NewPromise {
        NewPromise(what: what, owner: "ann", matter: matter, fulfilment: fulfilment, dueAt: at(minutes))
    }

    func limit(_ id: String, what: String = "deliver") -> Limit {
        Limit(
            id: id,
            what: ["en": what, "de": "liefern"],
            reason: ["en": "there is none"],
            alternatives: [["en": "There is another."]],
            until: CalendarDay(number: 20_000),
            owner: "ann"
        )
    }

    /// So many cents, to fit into accounts that take so many at most.
    func grant(_ cents: Int, from caps: KeyValuePairs<String, Int>) -> GoodwillGrant {
        GoodwillGrant(
            offer: "voucher",
            value: Money(minorUnits: cents, currency: "EUR"),
            customer: "cid@example.org",
            cause: "order.late",
            caps: caps.map { GoodwillCap(account: $0.key, limit: $0.value) }
        )
    }

    func taken(from account: String) async throws -> Int? {
        try await store.goodwillTaken(from: [account], currency: "EUR")[account]
    }

    /// A message answered by a reply with commitments.
    func released(_ item: Int, _ commitments: Commitments) async throws -> (Filed, OutgoingMail.ID) {
        try await released(item, TestMail(), commitments)
    }

    func released(
        _ item: Int,
        _ mail: TestMail,
        at minutes: Double = 10,
        _ commitments: Commitments
    ) async throws -> (Filed, OutgoingMail.ID) {
        let filed = try await receive(item, mail, at: minutes)
        let mail = try await approve(try #require(filed.draft), at: minutes, commitments).value()
        return (filed, mail)
    }

    /// One more reply in a conversation, to a message that was filed there.
    @discardableResult
    func followedUp(
        _ filed: Filed,
        at minutes: Double,
        _ commitments: Commitments = .none,
        _ change: (inout DraftBody) -> Void = { _ in }
    ) async throws -> OutgoingMail.ID {
        var body = body("One thing more.")
        change(&body)
        let draft = try await store.startDraft(for: filed.message, body: body, by: "ann", at: at(minutes))
        return try await approve(draft.id, at: minutes, commitments).value()
    }

    /// A draft about something else than a message.
    func queue(
        _ occasion: Occasion,
        in conversation: Conversation.ID,
        at minutes: Double
    ) async throws -> Decision<Draft> {
        var body = body("News.")
        body.occasion = occasion
        return try await store.queueDraft(body, in: conversation, at: at(minutes))
    }

    /// The first promise of a conversation.
    func promised(in filed: Filed) async throws -> Promise {
        try #require(try await store.promises(in: filed.conversation).first)
    }

    /// Delivers everything that waits.
    func deliver(at minutes: Double) async throws {
        for mail in try await store.claimDue(limit: 99, at: at(minutes)) {
            try await store.markHandingOver(mail.id, at: at(minutes))
            try await store.markSent(mail.id, answer: "250", at: at(minutes))
        }
    }

    /// Refuses a waiting mail for good.
    func fail(_ mail: OutgoingMail.ID, at minutes: Double) async throws {
        while try await !store.claimDue(limit: 1, at: at(minutes)).contains(where: { $0.id == mail }) {}
        try await store.markFailed(mail, answer: "550", at: at(minutes))
    }

    /// A returned mail, as it comes in.
    func bounce(_ item: Int, _ mail: OutgoingMail.ID, recipient: String? = nil, isPermanent: Bool = true) async throws {
        let name = try #require(try await store.outgoingMail(mail)).mail.messageID
        try await receive(
            item,
            .with {
                $0.person = nil
                $0.identifiers = [name]
                $0.draft = nil
                $0.bounce = Bounce(originalMessageID: name, recipient: recipient, isPermanent: isPermanent)
            },
            at: 500
        )
    }

    func details(_ event: HistoryEntry.Event, _ conversation: Conversation.ID) async throws -> [String] {
        try #require(try await store.conversation(conversation)).history.filter { $0.event == event }.map(\.detail)
    }
}
