import Model
import Storage
import Testing

extension ContractCase {
    static let occasions: [ContractCase] = [
        ContractCase("a draft without a message is queued with the newest message, answered or not") { scene in
            let (filed, mail) = try await scene.released(1, Commitments(limits: ["stock"]))
            #expect(try await scene.store.queueLength() == 0)
            let draft = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 20).value()
            #expect(draft.state == .pending)
            #expect(draft.version == 1)
            #expect(draft.author == "wavelength")
            #expect(draft.message == filed.message)
            #expect(draft.body.occasion == .limitEnded("stock"))
            #expect(draft.threadHead == ThreadHead(lastMessage: filed.message, lastOutgoing: mail))
            let queue = try await scene.store.queue(limit: 9, offset: 0)
            #expect(queue.map(\.draft) == [draft])
            #expect(queue.map(\.message.id) == [filed.message])
            #expect(try await scene.store.queueLength() == 1)
            #expect(try await scene.state(filed.message) == .answered)
            #expect(try await scene.events(filed.message).last == .drafted)
        },
        ContractCase("a queued draft waits its turn among the messages") { scene in
            let (filed, _) = try await scene.released(1, .from("a@x"), Commitments(limits: ["stock"]))
            let before = try await scene.receive(2, .from("b@x"))
            _ = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 20).value()
            let after = try await scene.receive(3, .from("c@x"))
            let order = try await scene.store.queue(limit: 9, offset: 0).map(\.conversation.id)
            #expect(order == [before, filed, after].map(\.conversation))
            #expect(try await scene.store.queue(limit: 1, offset: 1).map(\.conversation.id) == [filed.conversation])
        },
        ContractCase("a conversation with a queued draft and an open message has one entry") { scene in
            let (filed, _) = try await scene.released(1, Commitments(limits: ["stock"]))
            let draft = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 20).value()
            let later = try await scene.receive(2, .with { $0.draft = nil }, at: 21)
            let queue = try await scene.store.queue(limit: 9, offset: 0)
            #expect(queue.map(\.message.id) == [later.message])
            #expect(queue.map(\.draft?.id) == [draft.id])
            #expect(try await scene.store.queueLength() == 1)
            _ = try await scene.approve(draft.id, at: 22).value()
            #expect(try await scene.state(later.message) == .open)
            #expect(try await scene.store.queue(limit: 9, offset: 0).map(\.draft) == [nil])
        },
        ContractCase("nothing is queued beside a pending draft, and each occasion once") { scene in
            let (filed, _) = try await scene.released(1, Commitments(promises: [scene.promise(due: 100)]))
            let id = try await scene.promised(in: filed).id
            let late = try await scene.queue(.promiseLate(id), in: filed.conversation, at: 20).value()
            let beside = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 20)
            #expect(beside.refusals.map(\.sentence) == ["Draft \(late.id) is pending in this conversation."])
            _ = try await scene.store.reject(
                late.id,
                version: 1,
                reason: "",
                closing: false,
                by: "ann",
                at: scene.at(21)
            )
            let again = try await scene.queue(.promiseLate(id), in: filed.conversation, at: 22)
            #expect(again.refusals.map(\.sentence) == ["Draft \(late.id) was queued for this before."])
            _ = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 23).value()
        },
        ContractCase("when the customer writes again the queued draft is superseded, and may come later") { scene in
            let (filed, _) = try await scene.released(1, Commitments(promises: [scene.promise(due: 100)]))
            let id = try await scene.promised(in: filed).id
            let late = try await scene.queue(.promiseLate(id), in: filed.conversation, at: 20).value()
            let next = try await scene.receive(2, at: 21)
            #expect(try await scene.store.draft(late.id)?.state == .superseded)
            #expect(try await scene.store.queueLength() == 1)
            _ = try await scene.approve(try #require(next.draft), at: 22).value()
            let again = try await scene.queue(.promiseLate(id), in: filed.conversation, at: 23).value()
            #expect(again.id != late.id)
        },
        ContractCase("rejecting or releasing a queued draft closes and opens no message") { scene in
            let (filed, _) = try await scene.released(1, Commitments(limits: ["a", "b", "c"]))
            let sums = try await scene.expectCustody()
            for closing in [true, false] {
                let limit = Occasion.limitEnded(closing ? "a" : "b")
                let draft = try await scene.queue(limit, in: filed.conversation, at: 20).value()
                _ = try await scene.store.reject(
                    draft.id,
                    version: 1,
                    reason: "No.",
                    closing: closing,
                    by: "ann",
                    at: scene.at(21)
                )
                .value()
                #expect(try await scene.expectCustody() == sums)
            }
            let draft = try await scene.queue(.limitEnded("c"), in: filed.conversation, at: 22).value()
            let mail = try await scene.approve(draft.id, at: 23).value()
            #expect(try await scene.store.outgoingMail(mail)?.answers == filed.message)
            _ = try await scene.store.undo(mail, by: "ann", at: scene.at(23)).value()
            #expect(try await scene.expectCustody() == sums)
            #expect(try await scene.store.queue(limit: 9, offset: 0).map(\.draft?.id) == [draft.id])
            try await scene.store.closeConversation(filed.conversation, reason: "", by: "ann", at: scene.at(24))
            #expect(try await scene.store.queueLength() == 0)
        },
        ContractCase("what is not in the conversation, or answers a message, cannot be queued") { scene in
            let (filed, _) = try await scene.released(1, .from("a@x"), Commitments(promises: [scene.promise(due: 99)]))
            let other = try await scene.receive(2, .with { ($0.person, $0.draft) = ("b@x", nil) })
            let id = try await scene.promised(in: filed).id
            let elsewhere = try await storeError {
                try await scene.queue(.promiseLate(id), in: other.conversation, at: 20)
            }
            #expect(elsewhere.isNotFound)
            let none = Occasion.checkBack(FollowUp.ID(rawValue: 99))
            #expect(try await storeError { try await scene.queue(none, in: other.conversation, at: 20) }.isNotFound)
            let nowhere = Conversation.ID(rawValue: 99)
            #expect(try await storeError { try await scene.queue(.limitEnded("a"), in: nowhere, at: 20) }.isNotFound)
            #expect(try await storeError { try await scene.queue(.message, in: filed.conversation, at: 20) }.isIllegal)
        },
        ContractCase("an edit changes neither why a draft was made nor that two have to release it") { scene in
            let (filed, _) = try await scene.released(1, Commitments(limits: ["stock"]))
            let draft = try await scene.queue(.limitEnded("stock"), in: filed.conversation, at: 20).value()
            let body = scene.body("Mine.")
            let edited = try await scene.store.edit(draft.id, version: 1, body: body, by: "ann", at: scene.at(21))
                .value()
            #expect(edited.body.text == "Mine.")
            #expect(edited.body.occasion == .limitEnded("stock"))
        },
        ContractCase("replies to no message teach nothing about messages") { scene in
            let (filed, _) = try await scene.released(1, Commitments(limits: ["stock"]))
            let before = try await scene.store.labelledMessages(limit: 9)
            var body = scene.body("News.")
            (body.occasion, body.template) = (.limitEnded("stock"), "limit.ended")
            let draft = try await scene.store.queueDraft(body, in: filed.conversation, at: scene.at(20)).value()
            _ = try await scene.approve(draft.id, at: 21).value()
            #expect(try await scene.store.labelledMessages(limit: 9) == before)
        },
    ]
}
