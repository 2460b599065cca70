import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("Promises are kept, or the customer hears of a delay from us first")
struct PromiseKeeperTests {
    @Test(
        "over Easter and the change of clocks, news of a delay is drafted a quarter of the working time before it is due"
    )
    func inTime() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        let promise = try #require(try await shop.promises(message).first)
        #expect(Shop.shown(promise.dueAt) == "2027-03-30 17:00")
        #expect(promise.owner == "warehouse")
        // An hour on Thursday, four on Saturday, eight on Tuesday: 3 ¼ hours before.
        await shop.run(until: "2027-03-30 13:44")
        #expect(try await shop.pending(message) == nil)
        await shop.run(until: "2027-03-30 13:46")
        let draft = try #require(try await shop.pending(message))
        #expect(draft.body.occasion == .promiseLate(promise.id))
        #expect(Shop.shown(draft.createdAt) == "2027-03-30 13:45")
        #expect(draft.body.slots.first { $0.name == "new_day" }?.value == "2027-04-01")
        #expect(draft.body.text.contains("30 March 2027"))
    }

    @Test("once told, the promise is moved; the new one counts from then, and nobody is told twice")
    func moved() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        await shop.run(until: "2027-03-30 14:00")
        #expect(try await shop.release(message) { $0.fill("cause", "the van broke down") }.isDone)
        let promises = try await shop.promises(message)
        #expect(promises.map(\.state) == [.moved, .open])
        #expect(Shop.shown(promises[1].dueAt) == "2027-04-01 17:00")
        await shop.run(until: "2027-03-31 17:00")
        #expect(try await shop.pending(message) == nil)
        // The second one is watched like the first.
        await shop.run(until: "2027-04-01 17:00")
        #expect(try await shop.pending(message)?.body.occasion == .promiseLate(promises[1].id))
    }

    @Test("done in time it is kept, and the drafted news of a delay goes away")
    func kept() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        await shop.run(until: "2027-03-30 16:00")
        #expect(try await shop.pending(message) != nil)
        let id = try #require(try await shop.promises(message).first).id
        let outcome = try await shop.help.desk().markPromiseDone(id, by: "ben")
        guard case .done(let done) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(done.promise.state == .kept)
        #expect(done.news == nil)
        #expect(try await shop.pending(message) == nil)
        await shop.run(until: "2027-04-30 12:00")
        #expect(try await shop.promises(message).map(\.state) == [.kept])
    }

    @Test("done early it is beaten, and good news is drafted")
    func beaten() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        await shop.run(until: "2027-03-27 12:00")
        let id = try #require(try await shop.promises(message).first).id
        guard case .done(let done) = try await shop.help.desk().markPromiseDone(id, by: "ben") else {
            Issue.record("refused")
            return
        }
        #expect(done.promise.state == .beaten)
        let news = try #require(done.news)
        #expect(news.body.occasion == .promiseEarly(id))
        #expect(try await shop.release(message).isDone)
        #expect(try await !shop.help.desk().markPromiseDone(id, by: "ben").isDone)
    }

    @Test("good news that a pending draft was in the way of is drafted once that is decided, while it is news")
    func beatenBesideDraft() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        let late = try await shop.promise("2027-03-30", from: "tom")
        for person in ["mara", "tom"] {
            _ = try await shop.write("Please change my order to blue.", from: person, number: 2)
        }
        await shop.run(until: "2027-03-27 12:00")
        for promise in [try await shop.promises(message).first, try await shop.promises(late).first] {
            let outcome = try await shop.help.desk().markPromiseDone(try #require(promise).id, by: "ben")
            guard case .done(let done) = outcome else { throw Refused(why: outcome.refusals) }
            #expect(done.promise.state == .beaten)
            #expect(done.news == nil)
        }
        #expect(try await shop.release(message).isDone)
        await shop.run(until: "2027-03-27 12:05")
        let id = try #require(try await shop.promises(message).first).id
        #expect(try await shop.pending(message)?.body.occasion == .promiseEarly(id))
        await shop.run(until: "2027-03-30 17:01")
        #expect(try await shop.release(late).isDone)
        await shop.run(until: "2027-03-30 17:10")
        #expect(try await shop.pending(late) == nil)
    }

    @Test("a promise that broke in a program that was stopped before it told anybody is told of by the next one")
    func brokenUntold() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        shop.help.clock.set(Shop.at("2027-04-05 09:00"))
        #expect(try await shop.help.store.breakOverdue(at: shop.help.clock.now).count == 1)
        await shop.help.promiseKeeper.keep()
        let id = try #require(try await shop.promises(message).first).id
        #expect(try await shop.pending(message)?.body.occasion == .promiseLate(id))
    }

    @Test("a promise that nobody kept or moved breaks when its time has passed, and is counted")
    func broken() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        await shop.run(until: "2027-03-30 17:00")
        #expect(try await shop.promises(message).map(\.state) == [.open])
        await shop.run(until: "2027-03-30 17:01")
        #expect(try await shop.promises(message).map(\.state) == [.broken])
        let tally = try #require(try await shop.help.store.promiseTallies(since: .distantPast).first)
        #expect(tally.counts == [.broken: 1])
        #expect(tally.template == "order.where")
        // News of it is drafted already, and the desk has to decide about that one draft.
        #expect(try await shop.help.record(of: message).drafts.count == 2)
    }

    @Test("news of a delay that somebody turned down is not drafted again")
    func turnedDown() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        await shop.run(until: "2027-03-30 14:00")
        let draft = try #require(try await shop.pending(message))
        _ = try await shop.help.desk()
            .reject(draft.id, version: draft.version, reason: "I called", closing: false, by: "anna")
        await shop.run(until: "2027-04-02 14:00")
        #expect(try await shop.pending(message) == nil)
        #expect(try await shop.help.store.alerts().isEmpty)
    }

    @Test("where another draft is pending people are alerted, until it is decided and the news is drafted")
    func alerted() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        _ = try await shop.write("Please change my order to blue.", number: 2)
        await shop.run(until: "2027-03-30 14:00")
        let alert = try #require(try await shop.help.store.alerts().first)
        #expect(alert.kind == .promiseAtRisk)
        #expect(
            alert.text.hasPrefix(
                "“The order arrives”, due Tue 30 Mar 2027, 17:00, is about to break. Owner: warehouse."
            )
        )
        #expect(try await shop.release(message).isDone)
        await shop.run(until: "2027-03-30 14:01")
        #expect(try await shop.help.store.alerts().isEmpty)
        guard case .promiseLate = try await shop.pending(message)?.body.occasion else {
            Issue.record("no news of the delay")
            return
        }
    }

    @Test("an alert is over once the thing is done")
    func alertOver() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        _ = try await shop.write("Please change my order to blue.", number: 2)
        await shop.run(until: "2027-03-30 18:00")
        let id = try #require(try await shop.promises(message).first).id
        #expect(try await shop.help.store.alerts().first?.text.contains("broke.") == true)
        _ = try await shop.help.desk().markPromiseDone(id, by: "anna")
        await shop.run(until: "2027-03-30 18:01")
        #expect(try await shop.help.store.alerts().isEmpty)
    }

    @Test("without a template for it people are alerted too")
    func noTemplate() async throws {
        let broken = HelpDesk.file("templates/en/promise.late.md", "not a template")
        let shop = try await Shop(at: "2027-03-25 16:00", files: [broken])
        _ = try await shop.promise("2027-03-30")
        await shop.run(until: "2027-03-30 14:00")
        #expect(try await shop.help.store.alerts().first?.text.contains("There is no template promise.late") == true)
    }

    @Test("a program that was stopped meanwhile drafts the news when it starts again, though the promise is broken")
    func stopped() async throws {
        let shop = try await Shop(at: "2027-03-25 16:00")
        let message = try await shop.promise("2027-03-30")
        shop.help.clock.set(Shop.at("2027-04-05 09:00"))
        await shop.help.promiseKeeper.keep()
        #expect(try await shop.promises(message).map(\.state) == [.broken])
        // 41 working hours have gone by: with so little to go by, the next time is no shorter.
        #expect(try await shop.pending(message)?.body.slots.first { $0.name == "new_day" }?.value == "2027-04-12")
    }

    @Test("a reply that was promised keeps the promise, and one that the customer gave up is withdrawn")
    func repliesAndWithdrawals() async throws {
        let shop = try await Shop(at: "2027-03-30 09:00")
        let message = try await shop.write("Please change my order to blue.")
        #expect(try await shop.release(message) { $0.limits = [] }.isDone)
        let promise = try #require(try await shop.promises(message).first)
        #expect(Shop.shown(promise.dueAt) == "2027-03-30 13:00")
        _ = try await shop.write("Where is my order?", number: 2)
        await shop.run(until: "2027-03-30 10:00")
        #expect(try await shop.release(message) { $0.fill("arrives", "2027-04-02") }.isDone)
        let promises = try await shop.promises(message)
        #expect(promises.map(\.state) == [.beaten, .open])
        _ = try await shop.help.desk().withdraw(promises[1].id, reason: "bought elsewhere", by: "anna")
        await shop.run(until: "2027-04-10 10:00")
        #expect(try await shop.promises(message).map(\.state) == [.beaten, .withdrawn])
        #expect(try await shop.pending(message) == nil)
    }
}
