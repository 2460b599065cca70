import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("What a release commits us to")
struct DeskCommitmentTests {
    private func late(_ shop: Shop, _ person: String = "mara") async throws -> Message {
        try await shop.write("It is still not here!", from: person)
    }

    @Test("a draft without a decision about its promise is released by nobody")
    func undecided() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        let message = try await late(shop)
        #expect(try await shop.release(message) { $0.promise = nil }.refusals == [.promiseUndecided])
        #expect(try await shop.release(message) { $0.promise = DraftPromise.none }.isDone)
        #expect(try await shop.promises(message).isEmpty)
    }

    @Test("what blocks in the charter keeps it back, and a warning does not")
    func blocked() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        let message = try await late(shop)
        let draft = try #require(try await shop.pending(message))
        let head = try await shop.help.record(of: message).conversation.head
        let block = Finding("blame", .block, TextSpan(text: "Y", start: 0, end: 1), message: "Blames the customer.")
        let warning = Finding("jargon", .warn, TextSpan(text: "Y", start: 0, end: 1), message: "Say it plainly.")
        let decision = try await shop.help.desk(findings: [block, warning]).approve(
            draft.id,
            version: draft.version,
            recipients: draft.body.recipients,
            threadHead: head,
            by: "anna"
        )
        #expect(decision.refusals == [.blocked([block])])
        let other = try await shop.help.desk(findings: [warning]).approve(
            draft.id,
            version: draft.version,
            recipients: draft.body.recipients,
            threadHead: head,
            by: "anna"
        )
        #expect(other.isDone)
    }

    @Test("a day that has passed, and a slot that is open, are refused before anything is promised")
    func passed() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        let message = try await shop.write("Where is my order?")
        let past = try await shop.release(message) { $0.fill("arrives", "2027-03-29") }
        #expect(past.refusals.count == 1)
        let open = try await shop.release(message) { $0.fill("arrives", nil) }
        #expect(open.refusals == [.openSlots(["When does it arrive?"])])
    }

    @Test("more than one may give is refused with the amounts; a senior may give it")
    func overBudget() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        let message = try await late(shop)
        let refused = try await shop.release(message) { $0.fill("goodwill", "voucher") }.refusals
        #expect(refused == [.overBudget("anna may give 5.00 EUR at once, and this is 20.00 EUR.")])
        let draft = try #require(try await shop.pending(message))
        let asked = try await shop.help.desk()
            .askSenior(draft.id, version: draft.version, question: "May I?", by: "anna")
        #expect(asked.isDone)
        #expect(try await shop.release(message, by: "clara").isDone)
        #expect(try await shop.help.store.goodwillSums() == ["EUR": 0])
    }

    @Test("a month's budget is used up in it, and is whole again in the next")
    func monthEnd() async throws {
        let shop = try await Shop(at: "2027-03-31 15:00")
        func give(_ person: String) async throws -> Decision<OutgoingMail.ID> {
            try await shop.release(try await late(shop, person)) { $0.fill("goodwill", "delivery") }
        }
        #expect(try await give("one").isDone)
        #expect(try await give("two").isDone)
        #expect(
            try await give("three").refusals
                == [.overBudget("anna has 0.20 EUR of 10.00 EUR left for 2027-03, and this is 4.90 EUR.")]
        )
        // In Berlin it is April already, in Greenwich not yet.
        shop.help.clock.set(Shop.at("2027-04-01 00:30"))
        #expect(try await give("four").isDone)
        let taken = try await shop.help.store.goodwillTaken(
            from: ["agent/anna/2027-03", "agent/anna/2027-04"],
            currency: "EUR"
        )
        #expect(taken == ["agent/anna/2027-03": 980, "agent/anna/2027-04": 490])
        #expect(try await shop.help.store.goodwillSums() == ["EUR": 0])
    }

    @Test("what a reply gave is given back when it is taken back")
    func undone() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        let message = try await late(shop)
        guard case .done(let mail) = try await shop.release(message, change: { $0.fill("goodwill", "delivery") }) else {
            Issue.record("refused")
            return
        }
        #expect(try await shop.help.desk().undo(mail, by: "anna").isDone)
        #expect(try await shop.promises(message).map(\.state) == [.withdrawn])
        let taken = try await shop.help.store.goodwillTaken(from: ["agent/anna/2027-03"], currency: "EUR")
        #expect(taken == ["agent/anna/2027-03": 0])
    }

    @Test("what is given counts for the matter whose template offers it, not for the first of the reply")
    func causeOfGift() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        let message = try await late(shop)
        #expect(try await shop.pending(message)?.body.goodwillMatter == "order.late")
        let decision = try await shop.release(message) {
            $0.matters = ["order.where", "order.late"]
            $0.fill("goodwill", "delivery")
        }
        #expect(decision.isDone, "\(decision)")
        let taken = try await shop.help.store.goodwillTaken(
            from: ["cause/order.where/2027-03", "cause/order.late/2027-03"],
            currency: "EUR"
        )
        #expect(taken == ["cause/order.where/2027-03": 0, "cause/order.late/2027-03": 490])
    }

    @Test("an offer that is no longer given is refused by its name")
    func offerGone() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        let message = try await late(shop)
        var rules = shop.help.rules.value
        rules.goodwill.offers = []
        shop.help.rules.replace(by: rules)
        let refused = try await shop.release(message) { $0.fill("goodwill", "delivery") }.refusals
        #expect(refused == [.notSendable("“delivery” is no longer given: choose something else, or nothing.")])
    }

    @Test("the second failure with one customer wants two people")
    func secondPair() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let first = try await late(shop)
        #expect(try await shop.release(first) { $0.recovery = [.complaint] }.isDone)
        await shop.run(until: "2027-04-05 10:00")
        #expect(try await shop.promises(first).map(\.state) == [.broken])
        let news = try #require(try await shop.pending(first))
        _ = try await shop.help.desk()
            .reject(news.id, version: news.version, reason: "called", closing: true, by: "anna")
        let again = try await shop.write("It is still not here!", number: 2)
        let draft = try #require(try await shop.pending(again))
        #expect(draft.body.wantsSecondPair)
        #expect(draft.body.recovery.contains(.brokenPromise))
        #expect(try await shop.release(again).refusals == [.wantsSecondPair(first: "anna")])
        #expect(try await shop.release(again, by: "ben").isDone)
    }

    @Test("what was promised to a customer far away is due when it is over for them")
    func farAway() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        var letter = Letter(text: "Where is my order?\r\n")
        letter.date = "Tue, 30 Mar 2027 21:00:00 +1300"
        let message = try await shop.help.receive(letter.octets)
        #expect(try await shop.release(message) { $0.fill("arrives", "2027-04-01") }.isDone)
        let promise = try #require(try await shop.promises(message).first)
        #expect(Shop.shown(promise.dueAt) == "2027-04-01 12:59")
    }
}
