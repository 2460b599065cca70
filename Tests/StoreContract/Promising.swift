import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let promising: [ContractCase] = [
        ContractCase("a promise is entered with its reply") { scene in
            let (filed, mail) = try await scene.released(1, Commitments(promises: [scene.promise(due: 100)]))
            let promise = try await scene.promised(in: filed)
            #expect(promise.conversation == filed.conversation)
            #expect(promise.inbox == InboxName("support"))
            #expect(promise.outgoing == mail)
            #expect(promise.draft == filed.draft)
            #expect(promise.template == "order.where")
            #expect(promise.matter == "order.where")
            #expect(promise.what == "The order arrives")
            #expect(promise.owner == "ann")
            #expect(promise.fulfilment == .deed)
            #expect(promise.madeAt == scene.at(10))
            #expect(promise.dueAt == scene.at(100))
            #expect(promise.state == .open)
            #expect(promise.doneAt == nil)
            #expect(try await scene.details(.promise, filed.conversation) == ["promise 1 made: The order arrives"])
        },
        ContractCase("a refused release promises nothing") { scene in
            let filed = try await scene.receive(1)
            var approval = try await scene.approval(of: try #require(filed.draft))
            approval.version = 2
            let commitments = Commitments(
                promises: [scene.promise(due: 100)],
                limits: ["no_sunday"],
                grants: [scene.grant(5, from: ["a": 9])],
                checkBack: scene.at(50)
            )
            let refused = try await scene.store.approve(approval, mail: scene.reply("r@us"), commitments: commitments)
            #expect(!refused.refusals.isEmpty)
            #expect(try await scene.store.promises(in: filed.conversation).isEmpty)
            #expect(try await scene.store.toldOfLimit("no_sunday").isEmpty)
            #expect(try await scene.taken(from: "a") == 0)
            #expect(try await scene.store.dueFollowUps(at: scene.at(999), limit: 9).isEmpty)
        },
        ContractCase("open promises come by due time, up to the limit, and before a time") { scene in
            let due: [Double] = [300, 100, 200]
            for (item, minutes) in due.enumerated() {
                _ = try await scene.released(
                    item + 1,
                    .from("\(item)@x"),
                    Commitments(promises: [scene.promise(due: minutes)])
                )
            }
            let all = try await scene.store.openPromises(dueBefore: nil, limit: 9)
            #expect(all.map(\.dueAt) == [scene.at(100), scene.at(200), scene.at(300)])
            #expect(try await scene.store.openPromises(dueBefore: nil, limit: 2) == Array(all.prefix(2)))
            #expect(try await scene.store.openPromises(dueBefore: scene.at(200), limit: 9) == Array(all.prefix(1)))
        },
        ContractCase("done early is beaten, in time is kept, and later is broken") { scene in
            let plan: [(Double, Promise.State)] = [(70, .beaten), (90, .kept), (110, .kept), (111, .broken)]
            for (item, step) in plan.enumerated() {
                let (filed, _) = try await scene.released(
                    item + 1,
                    .from("\(item)@x"),
                    Commitments(promises: [scene.promise(due: 110)])
                )
                let id = try await scene.promised(in: filed).id
                let done = try await scene.store.markDone(id, by: "bob", at: scene.at(step.0)).value()
                #expect(done.state == step.1)
                #expect(done.doneAt == scene.at(step.0))
                #expect(try await scene.promised(in: filed) == done)
                let again = try await scene.store.markDone(id, by: "bob", at: scene.at(200))
                #expect(again.refusals.count == 1)
                #expect(try await scene.promised(in: filed) == done)
            }
        },
        ContractCase("what is overdue breaks once, and may still be done") { scene in
            let (filed, _) = try await scene.released(1, Commitments(promises: [scene.promise(due: 100)]))
            #expect(try await scene.store.breakOverdue(at: scene.at(100)).isEmpty)
            let broken = try await scene.store.breakOverdue(at: scene.at(101))
            #expect(broken.map(\.state) == [.broken])
            #expect(try await broken == [scene.promised(in: filed)])
            #expect(try await scene.store.breakOverdue(at: scene.at(102)).isEmpty)
            #expect(try await scene.store.openPromises(dueBefore: nil, limit: 9).isEmpty)
            #expect(try await scene.store.overduePromises(limit: 9) == broken)
            let done = try await scene.store.markDone(broken[0].id, by: "bob", at: scene.at(120)).value()
            #expect(try await scene.store.overduePromises(limit: 9).isEmpty)
            #expect(done.state == .broken)
            #expect(done.doneAt == scene.at(120))
            let details = try await scene.details(.promise, filed.conversation)
            #expect(details.suffix(2) == ["promise 1 broken", "promise 1 done, too late"])
        },
        ContractCase("a delay is untold until news of it is queued, and again where that was superseded") { scene in
            let store = scene.store
            let (filed, _) = try await scene.released(1, Commitments(promises: [scene.promise(due: 100)]))
            let (done, _) = try await scene.released(2, .from("b@x"), Commitments(promises: [scene.promise(due: 90)]))
            #expect(try await store.untoldDelays(limit: 9).isEmpty)
            let broken = try await store.breakOverdue(at: scene.at(101))
            #expect(try await store.untoldDelays(limit: 9).map(\.dueAt) == [scene.at(90), scene.at(100)])
            #expect(try await store.untoldDelays(limit: 1).map(\.dueAt) == [scene.at(90)])
            let late = try #require(broken.first { $0.dueAt == scene.at(90) })
            _ = try await store.markDone(late.id, by: "bob", at: scene.at(102)).value()
            let owed = try await scene.promised(in: filed)
            #expect(try await store.untoldDelays(limit: 9) == [owed])
            #expect(try await scene.promised(in: done).doneAt == scene.at(102))
            _ = try await scene.queue(.promiseLate(owed.id), in: filed.conversation, at: 103).value()
            #expect(try await store.untoldDelays(limit: 9).isEmpty)
            let next = try await scene.receive(3, at: 104)
            #expect(next.conversation == filed.conversation)
            #expect(try await store.untoldDelays(limit: 9) == [owed])
            _ = try await scene.approve(try #require(next.draft), at: 105).value()
            let news = try await scene.queue(.promiseLate(owed.id), in: filed.conversation, at: 106).value()
            _ = try await scene.approve(news.id, at: 107).value()
            #expect(try await store.untoldDelays(limit: 9).isEmpty)
        },
        ContractCase("what was done early is untold until its news is queued, or it would have been due") { scene in
            let store = scene.store
            let (filed, _) = try await scene.released(1, Commitments(promises: [scene.promise(due: 100)]))
            var reply = scene.promise(due: 100)
            reply.fulfilment = .reply
            _ = try await scene.released(2, .from("b@x"), Commitments(promises: [reply]))
            let replies = try await store.openPromises(dueBefore: nil, limit: 9)
            for promise in replies { _ = try await store.markDone(promise.id, by: "bob", at: scene.at(20)).value() }
            let beaten = try await scene.promised(in: filed)
            #expect(try await store.untoldSuccesses(at: scene.at(21), limit: 9) == [beaten])
            #expect(try await store.untoldSuccesses(at: scene.at(21), limit: 0).isEmpty)
            #expect(try await store.untoldSuccesses(at: scene.at(101), limit: 9).isEmpty)
            _ = try await scene.queue(.promiseEarly(beaten.id), in: filed.conversation, at: 22).value()
            #expect(try await store.untoldSuccesses(at: scene.at(23), limit: 9).isEmpty)
        },
        ContractCase("an open promise can be withdrawn, with its reason, and nothing else can") { scene in
            let (filed, _) = try await scene.released(1, Commitments(promises: [scene.promise(due: 100)]))
            let id = try await scene.promised(in: filed).id
            let gone = try await scene.store.withdraw(id, reason: "Cancelled.", by: "bob", at: scene.at(20)).value()
            #expect(gone.state == .withdrawn)
            #expect(try await scene.details(.promise, filed.conversation).last == "promise 1 withdrawn: Cancelled.")
            #expect(try await scene.store.withdraw(id, reason: "", by: "bob", at: scene.at(21)).refusals.count == 1)
            #expect(try await scene.store.markDone(id, by: "bob", at: scene.at(22)).refusals.count == 1)
            let none = Promise.ID(rawValue: 99)
            let missing = try await storeError { try await scene.store.markDone(none, by: "bob", at: scene.at(1)) }
            #expect(missing.isNotFound)
        },
        ContractCase("durations are those of one inbox and intent, newest first, and broken ones run on") { scene in
            let plan: [(String, Double?)] = [("a", 30), ("a", 50), ("b", 40), ("a", nil)]
            for (item, step) in plan.enumerated() {
                let promise = scene.promise(due: 60, matter: step.0)
                let (filed, _) = try await scene.released(
                    item + 1,
                    .from("\(item)@x"),
                    Commitments(promises: [promise])
                )
                guard let done = step.1 else { continue }
                let id = try await scene.promised(in: filed).id
                _ = try await scene.store.markDone(id, by: "bob", at: scene.at(done)).value()
            }
            let inbox = InboxName("support")
            func durations(_ matter: String, limit: Int = 9) async throws -> [TimeInterval] {
                try await scene.store.promiseSpans(inbox: inbox, matter: matter, limit: limit, at: scene.at(110))
                    .map(\.duration)
            }
            #expect(try await durations("a") == [40 * 60, 20 * 60])
            _ = try await scene.store.breakOverdue(at: scene.at(61))
            #expect(try await durations("a") == [100 * 60, 40 * 60, 20 * 60])
            #expect(try await durations("a", limit: 1) == [100 * 60])
            #expect(try await durations("b") == [30 * 60])
            #expect(try await durations("c").isEmpty)
        },
        ContractCase("answers count from the oldest message that they close, and those that nobody got do not") {
            scene in
            let first = try await scene.receive(1, at: 1)
            let second = try await scene.receive(2, TestMail.from("2@x"), at: 2)
            for (filed, minutes) in [(first, 30.0), (second, 40)] {
                _ = try await scene.approve(try await scene.draft(of: filed).id, at: minutes).value()
            }
            let spans = try await scene.store.answerSpans(inbox: InboxName("support"), limit: 9)
            #expect(spans.map(\.end) == [scene.at(40), scene.at(30)])
            #expect(spans.map(\.start) == [scene.at(2), scene.at(1)])
            #expect(try await scene.store.answerSpans(inbox: InboxName("support"), limit: 1).count == 1)
            #expect(try await scene.store.answerSpans(inbox: InboxName("sales"), limit: 9).isEmpty)
            let mail = try #require(try await scene.store.outgoing(in: .waiting, limit: 1).first)
            _ = try await scene.store.undo(mail.id, by: "ann", at: scene.at(41)).value()
            #expect(
                try await scene.store.answerSpans(inbox: InboxName("support"), limit: 9).map(\.end) == [scene.at(30)]
            )
        },
        ContractCase("tallies count how promises ended since a time, by inbox, intent and template") { scene in
            for (item, done) in [20.0, 90, 150].enumerated() {
                let (filed, _) = try await scene.released(
                    item + 1,
                    .from("\(item)@x"),
                    Commitments(promises: [scene.promise(due: 100), scene.promise(due: 500, matter: "return")])
                )
                let id = try await scene.promised(in: filed).id
                _ = try await scene.store.markDone(id, by: "bob", at: scene.at(done)).value()
            }
            let tally = PromiseTally(
                inbox: InboxName("support"),
                matter: "order.where",
                template: "order.where",
                counts: [.beaten: 1, .kept: 1, .broken: 1]
            )
            #expect(try await scene.store.promiseTallies(since: scene.at(10)) == [tally])
            #expect(try await scene.store.promiseTallies(since: scene.at(11)).isEmpty)
        },
    ]
}
