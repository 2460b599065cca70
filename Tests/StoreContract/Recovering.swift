import Model
import Storage
import Testing

extension ContractCase {
    static let recovering: [ContractCase] = [
        ContractCase("after a stop, what was sending waits and what was handed over is uncertain") { scene in
            let (over, uncertain) = try await scene.handingOver(1, .from("a@x"))
            let (begun, sending) = try await scene.approvedReply(2, .from("b@x"))
            _ = try await scene.store.claimDue(limit: 9, at: scene.at(20))
            let (_, waiting) = try await scene.approvedReply(3, .from("c@x"))
            #expect(try await scene.store.recoverOutbox(at: scene.at(30)) == [uncertain])
            #expect(try await scene.store.outgoingMail(uncertain)?.state == .uncertain)
            #expect(try await scene.store.outgoingMail(sending)?.state == .waiting)
            #expect(try await scene.store.outgoingMail(waiting)?.state == .waiting)
            #expect(try await scene.events(over.message).last == .uncertain)
            #expect(try await scene.events(begun.message).last == .retrying)
            #expect(try await scene.store.recoverOutbox(at: scene.at(31)).isEmpty)
        },
        ContractCase("uncertain mail is never handed out, and the program cannot retry or fail it") { scene in
            let (_, id) = try await scene.handingOver()
            try await scene.store.markUncertain(id, answer: "connection lost", at: scene.at(21))
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(9999)).isEmpty)
            let retry = try await storeError {
                try await scene.store.markRetry(id, answer: "", notBefore: scene.at(22), at: scene.at(22))
            }
            #expect(retry.isIllegal)
            let fail = try await storeError { try await scene.store.markFailed(id, answer: "", at: scene.at(22)) }
            #expect(fail.isIllegal)
        },
        ContractCase("an uncertain mail that is named by what came in has evidently arrived") { scene in
            let (filed, id) = try await scene.handingOver()
            try await scene.store.markUncertain(id, answer: "connection lost", at: scene.at(21))
            let ours = try #require(try await scene.store.outgoingMail(id)).mail.messageID
            try await scene.receive(2, .with { $0.identifiers = ["none@x", ours] }, at: 30)
            #expect(try await scene.store.outgoingMail(id)?.state == .sent)
            #expect(try await scene.draft(of: filed).state == .sent)
            #expect(try await scene.events(filed.message).contains(.sent))
        },
        ContractCase("a person settles uncertain mail: delivered, or to be sent again") { scene in
            for delivered in [true, false] {
                let (filed, id) = try await scene.handingOver(delivered ? 1 : 2, .from("\(delivered)@x"))
                try await scene.store.markUncertain(id, answer: "lost", at: scene.at(21))
                let state = try await scene.store.resolve(id, delivered: delivered, by: "ann", at: scene.at(40)).value()
                #expect(state == (delivered ? .sent : .waiting))
                #expect(try await scene.store.outgoingMail(id)?.state == state)
                let draft = try await scene.draft(of: filed)
                #expect(draft.state == (delivered ? .sent : .approved))
                #expect(try await scene.events(filed.message).last == .resolved)
                let again = try await scene.store.resolve(id, delivered: true, by: "bob", at: scene.at(41))
                #expect(again.refusals.count == 1)
                #expect(try await scene.events(filed.message).last == .refused)
            }
            #expect(try await scene.store.nextDue() == scene.at(40))
        },
    ]

    static let undoing: [ContractCase] = [
        ContractCase("a waiting mail is taken back: cancelled, draft pending in a new version, messages open") {
            scene in
            let (filed, id) = try await scene.approvedReply()
            let draft = try await scene.store.undo(id, by: "ann", at: scene.at(10)).value()
            #expect(draft == filed.draft)
            #expect(try await scene.store.outgoingMail(id)?.state == .cancelled)
            let back = try #require(try await scene.store.draft(draft))
            #expect(back.state == .pending)
            #expect(back.version == 2)
            #expect(back.body.text == "Hello.")
            #expect(try await scene.state(filed.message) == .open)
            let head = ThreadHead(lastMessage: filed.message)
            #expect(try await scene.store.threadHead(of: filed.conversation) == head)
            #expect(try await scene.events(filed.message).contains(.undone))
        },
        ContractCase("once a delivery has begun, taking back is refused with a sentence") { scene in
            let (filed, id) = try await scene.approvedReply()
            _ = try await scene.store.claimDue(limit: 1, at: scene.at(20))
            #expect(try await scene.store.undo(id, by: "ann", at: scene.at(20)).refusals.count == 1)
            try await scene.store.markRetry(id, answer: "451", notBefore: scene.at(60), at: scene.at(21))
            let refused = try await scene.store.undo(id, by: "ann", at: scene.at(22))
            #expect(refused.refusals.map(\.sentence).allSatisfy { $0.hasSuffix(".") })
            #expect(refused.refusals.count == 1)
            #expect(try await scene.store.outgoingMail(id)?.state == .waiting)
            #expect(try await scene.events(filed.message).last == .refused)
        },
        ContractCase("messages answered before keep their answer when a later mail is taken back") { scene in
            let (filed, first) = try await scene.handingOver()
            try await scene.store.markSent(first, answer: "250", at: scene.at(21))
            let more = try await scene.store.startDraft(
                for: filed.message,
                body: scene.body("One thing more."),
                by: "ann",
                at: scene.at(30)
            )
            let second = try await scene.approve(more.id, at: 31).value()
            _ = try await scene.store.undo(second, by: "ann", at: scene.at(31)).value()
            #expect(try await scene.state(filed.message) == .answered)
        },
    ]
}
