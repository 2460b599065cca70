import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("After a recovery somebody asks whether it worked")
struct CheckBackTests {
    /// Answers a complaint on Thursday before Easter, with a promise that is due on Tuesday after it.
    private func recovered(_ shop: Shop) async throws -> Message {
        let message = try await shop.write("It is still not here!")
        #expect(try await shop.release(message) { $0.recovery = [.complaint] }.isDone)
        let promise = try #require(try await shop.promises(message).first)
        #expect(Shop.shown(promise.dueAt) == "2027-03-30 16:00")
        return message
    }

    private func done(_ shop: Shop, _ message: Message) async throws {
        let id = try #require(try await shop.promises(message).first).id
        _ = try await shop.help.desk().markPromiseDone(id, by: "anna")
    }

    @Test("three working days after what was promised is due")
    func asked() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await recovered(shop)
        await shop.run(until: "2027-03-30 14:00")
        try await done(shop, message)
        await shop.run(until: "2027-04-02 15:59")
        #expect(try await shop.pending(message) == nil)
        await shop.run(until: "2027-04-02 16:01")
        let draft = try #require(try await shop.pending(message))
        guard case .checkBack = draft.body.occasion else {
            Issue.record("\(draft.body.occasion)")
            return
        }
        #expect(try await shop.release(message).isDone)
        await shop.run(until: "2027-05-01 12:00")
        #expect(try await shop.pending(message) == nil)
    }

    @Test("not where the customer wrote since; the history says why")
    func wroteSince() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await recovered(shop)
        await shop.run(until: "2027-03-30 14:00")
        try await done(shop, message)
        await shop.run(until: "2027-03-31 10:00")
        _ = try await shop.write("It is broken. Where is my order?", number: 2)
        #expect(try await shop.release(message) { $0.fill("arrives", "2027-04-01") }.isDone)
        await shop.run(until: "2027-04-02 16:30")
        #expect(try await shop.details(.followUp, message).last == "check-back dropped: the customer wrote since")
    }

    @Test("not before what was promised is done: a promise that moved takes it along")
    func postponed() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await recovered(shop)
        await shop.run(until: "2027-03-30 14:00")
        let decision = try await shop.release(message) { body in
            body.fill("cause", "the van broke down")
            body.fill("new_day", "2027-04-06")
        }
        #expect(decision.isDone)
        await shop.run(until: "2027-04-06 12:00")
        let id = try #require(try await shop.promises(message).last).id
        _ = try await shop.help.desk().markPromiseDone(id, by: "anna")
        await shop.run(until: "2027-04-09 16:00")
        #expect(try await shop.pending(message) == nil)
        await shop.run(until: "2027-04-10 10:30")
        guard case .checkBack = try await shop.pending(message)?.body.occasion else {
            Issue.record("not asked")
            return
        }
    }

    @Test("never about what was promised and not done")
    func hopeless() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await recovered(shop)
        await shop.run(until: "2027-03-30 14:00")
        let news = try #require(try await shop.pending(message))
        _ = try await shop.help.desk()
            .reject(news.id, version: news.version, reason: "called", closing: true, by: "anna")
        await shop.run(until: "2027-04-20 09:00")
        #expect(try await shop.pending(message) == nil)
        #expect(try await shop.details(.followUp, message).last == "check-back dropped: what was promised was not done")
    }

    @Test("a check-back waits while another draft is pending")
    func waits() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await recovered(shop)
        await shop.run(until: "2027-03-27 12:00")
        // Done early: the good news waits for a decision.
        try await done(shop, message)
        await shop.run(until: "2027-04-03 12:00")
        let news = try #require(try await shop.pending(message))
        guard case .promiseEarly = news.body.occasion else {
            Issue.record("\(news.body.occasion)")
            return
        }
        #expect(try await shop.release(message).isDone)
        await shop.run(until: "2027-04-03 12:30")
        guard case .checkBack = try await shop.pending(message)?.body.occasion else {
            Issue.record("not asked")
            return
        }
    }
}
