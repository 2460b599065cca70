import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let fulfilling: [ContractCase] = [
        ContractCase("the next reply keeps what it was promised to, and no deed") { scene in
            let promises = [scene.promise(due: 110, .reply), scene.promise(due: 110)]
            let (filed, _) = try await scene.released(1, Commitments(promises: promises))
            try await scene.followedUp(filed, at: 90, Commitments(promises: [scene.promise(due: 200, .reply)]))
            let states = try await scene.store.promises(in: filed.conversation).map(\.state)
            #expect(states == [.kept, .open, .open])
            #expect(try await scene.promised(in: filed).doneAt == scene.at(90))
        },
        ContractCase("news of a limit and a question of ours are not the reply that was promised") { scene in
            let promise = scene.promise(due: 110, .reply)
            let commitments = Commitments(promises: [promise], limits: ["stock"], checkBack: scene.at(40))
            let (filed, _) = try await scene.released(1, commitments)
            let due = try #require(try await scene.store.dueFollowUps(at: scene.at(40), limit: 9).first)
            for occasion in [Occasion.limitEnded("stock"), .checkBack(due.id)] {
                let draft = try await scene.queue(occasion, in: filed.conversation, at: 50).value()
                _ = try await scene.approve(draft.id, at: 51).value()
                #expect(try await scene.promised(in: filed).state == .open)
            }
            let id = try await scene.promised(in: filed).id
            let early = try await scene.queue(.promiseEarly(id), in: filed.conversation, at: 60).value()
            _ = try await scene.approve(early.id, at: 61).value()
            #expect(try await scene.promised(in: filed).state == .beaten)
        },
        ContractCase("a reply after the time breaks the promise, and says when it was done") { scene in
            let promises = [scene.promise(due: 80, .reply), scene.promise(due: 90, .reply)]
            let (filed, _) = try await scene.released(1, Commitments(promises: promises))
            _ = try await scene.store.breakOverdue(at: scene.at(85))
            try await scene.followedUp(filed, at: 100)
            let after = try await scene.store.promises(in: filed.conversation)
            #expect(after.map(\.state) == [.broken, .broken])
            #expect(after.map(\.doneAt) == [scene.at(100), scene.at(100)])
        },
        ContractCase("a reply taken back or refused was never a reply: what it did is owed again") { scene in
            for isUndone in [true, false] {
                let (filed, _) = try await scene.released(
                    isUndone ? 1 : 2,
                    .from("\(isUndone)@x"),
                    Commitments(promises: [scene.promise(due: 110, .reply)])
                )
                try await scene.deliver(at: 11)
                let next = try await scene.followedUp(filed, at: 90)
                #expect(try await scene.promised(in: filed).state == .kept)
                if isUndone {
                    _ = try await scene.store.undo(next, by: "ann", at: scene.at(90)).value()
                } else {
                    try await scene.fail(next, at: 91)
                }
                #expect(try await scene.promised(in: filed).state == .open)
                #expect(try await scene.promised(in: filed).doneAt == nil)
                #expect(try await scene.store.breakOverdue(at: scene.at(120)).count == 1)
            }
        },
        ContractCase("where a reply is taken back, a later one keeps what it had kept") { scene in
            let promise = scene.promise(due: 110, .reply)
            let (filed, _) = try await scene.released(1, Commitments(promises: [promise]))
            let first = try await scene.followedUp(filed, at: 30)
            try await scene.followedUp(filed, at: 100)
            #expect(try await scene.promised(in: filed).state == .beaten)
            _ = try await scene.store.undo(first, by: "ann", at: scene.at(101)).value()
            #expect(try await scene.promised(in: filed).state == .kept)
            #expect(try await scene.promised(in: filed).doneAt == scene.at(100))
        },
        ContractCase("the promises of a reply that nobody got were never made") { scene in
            let promises = [scene.promise(due: 110, .reply), scene.promise(due: 120)]
            let (filed, mail) = try await scene.released(1, Commitments(promises: promises))
            let next = try await scene.followedUp(filed, at: 20)
            _ = try await scene.store.undo(mail, by: "ann", at: scene.at(21)).value()
            #expect(try await scene.store.promises(in: filed.conversation).map(\.state) == [.withdrawn, .withdrawn])
            _ = try await scene.store.undo(next, by: "ann", at: scene.at(22)).value()
            #expect(try await scene.store.promises(in: filed.conversation).map(\.state) == [.withdrawn, .withdrawn])
        },
        ContractCase("a bounce for good takes back what a reply committed to, once; a delay does not") { scene in
            let commitments = Commitments(
                promises: [scene.promise(due: 900)],
                limits: ["no_sunday"],
                grants: [scene.grant(500, from: ["a": 900])],
                checkBack: scene.at(800)
            )
            let (filed, mail) = try await scene.released(1, commitments)
            try await scene.deliver(at: 20)
            try await scene.bounce(2, mail, isPermanent: false)
            #expect(try await scene.promised(in: filed).state == .open)
            for item in 3...4 { try await scene.bounce(item, mail) }
            #expect(try await scene.promised(in: filed).state == .withdrawn)
            #expect(try await scene.store.toldOfLimit("no_sunday").isEmpty)
            #expect(try await scene.taken(from: "a") == 0)
            #expect(try await scene.store.dueFollowUps(at: scene.at(999), limit: 9).isEmpty)
            #expect(try await scene.details(.promise, filed.conversation).count == 2)
            #expect(try await scene.details(.goodwill, filed.conversation).count == 2)
            #expect(try await scene.store.outgoingMail(mail)?.state == .sent)
        },
        ContractCase("of several recipients only the first one's bounce counts") { scene in
            let filed = try await scene.receive(1)
            let approval = try await scene.approval(of: try #require(filed.draft))
            var reply = scene.reply("r@us")
            reply.mail.forwardPaths = ["Cid@example.org", "copy@example.org"]
            let promise = Commitments(promises: [scene.promise(due: 900)])
            let mail = try await scene.store.approve(approval, mail: reply, commitments: promise).value()
            try await scene.deliver(at: 20)
            try await scene.bounce(2, mail, recipient: "copy@example.org")
            #expect(try await scene.promised(in: filed).state == .open)
            try await scene.bounce(3, mail, recipient: "cid@example.org")
            #expect(try await scene.promised(in: filed).state == .withdrawn)
        },
    ]

    static let moving: [ContractCase] = [
        ContractCase("news of a delay in time moves the promise, and taken back it stands as before") { scene in
            let (filed, _) = try await scene.released(1, Commitments(promises: [scene.promise(due: 100, .reply)]))
            let old = try await scene.promised(in: filed)
            let late = try await scene.queue(.promiseLate(old.id), in: filed.conversation, at: 80).value()
            let new = Commitments(promises: [scene.promise(due: 200, .reply)])
            let mail = try await scene.approve(late.id, at: 90, new).value()
            #expect(try await scene.store.promises(in: filed.conversation).map(\.state) == [.moved, .open])
            #expect(try await scene.store.markDone(old.id, by: "ann", at: scene.at(91)).refusals.count == 1)
            _ = try await scene.store.undo(mail, by: "ann", at: scene.at(91)).value()
            #expect(try await scene.store.promises(in: filed.conversation).map(\.state) == [.open, .withdrawn])
            #expect(try await scene.promised(in: filed) == old)
        },
        ContractCase("news of a delay that comes too late leaves the promise broken") { scene in
            let (filed, _) = try await scene.released(1, Commitments(promises: [scene.promise(due: 100)]))
            let old = try await scene.promised(in: filed)
            let late = try await scene.queue(.promiseLate(old.id), in: filed.conversation, at: 80).value()
            let mail = try await scene.approve(late.id, at: 101, Commitments(promises: [scene.promise(due: 200)]))
                .value()
            #expect(try await scene.store.promises(in: filed.conversation).map(\.state) == [.broken, .open])
            _ = try await scene.store.undo(mail, by: "ann", at: scene.at(102)).value()
            #expect(try await scene.store.breakOverdue(at: scene.at(103)).map(\.id) == [old.id])
        },
        ContractCase("what took the place of a moved promise counts from the release of the first") { scene in
            let (filed, _) = try await scene.released(1, Commitments(promises: [scene.promise(due: 100)]))
            let old = try await scene.promised(in: filed)
            let late = try await scene.queue(.promiseLate(old.id), in: filed.conversation, at: 80).value()
            _ = try await scene.approve(late.id, at: 90, Commitments(promises: [scene.promise(due: 200)])).value()
            let new = try #require(try await scene.store.promises(in: filed.conversation).last)
            _ = try await scene.store.markDone(new.id, by: "ann", at: scene.at(190)).value()
            let spans = try await scene.store.promiseSpans(
                inbox: InboxName("support"),
                matter: "order.where",
                limit: 9,
                at: scene.at(999)
            )
            #expect(spans == [DateInterval(start: scene.at(10), end: scene.at(190))])
        },
        ContractCase("a promise that is done or withdrawn needs no news of its delay") { scene in
            for isDone in [true, false] {
                let (filed, _) = try await scene.released(
                    isDone ? 1 : 2,
                    .from("\(isDone)@x"),
                    Commitments(promises: [scene.promise(due: 100)])
                )
                let id = try await scene.promised(in: filed).id
                let late = try await scene.queue(.promiseLate(id), in: filed.conversation, at: 20).value()
                if isDone {
                    _ = try await scene.store.markDone(id, by: "ann", at: scene.at(30)).value()
                } else {
                    _ = try await scene.store.withdraw(id, reason: "", by: "ann", at: scene.at(30)).value()
                }
                #expect(try await scene.store.draft(late.id)?.state == .superseded)
                let again = try await scene.queue(.promiseLate(id), in: filed.conversation, at: 31)
                #expect(again.refusals.count == 1)
                let early = try await scene.queue(.promiseEarly(id), in: filed.conversation, at: 32)
                #expect(early.refusals.isEmpty == isDone)
            }
        },
    ]
}
