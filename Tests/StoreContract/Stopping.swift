import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let stopping: [ContractCase] = [
        ContractCase("a chat message takes back a reply of its conversation that nobody has tried to send") { scene in
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2)
            let second = try await scene.hear("2", at: 3)
            #expect(try await scene.state(mail) == .cancelled)
            #expect(try await scene.store.outgoingMail(mail)?.lastAnswer == "The customer wrote again before it left.")
            #expect(try await scene.state(first.message) == .open)
            #expect(try await scene.events(first.message).contains(.undone))
            #expect(try await scene.draft(of: first).state == .superseded)
            #expect(try await scene.draft(of: second).state == .pending)
        },
        ContractCase("between two tries, too, a reply is taken back by a chat message") { scene in
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2)
            try await scene.putOff(mail, at: 3)
            try await scene.hear("2", at: 3.5)
            #expect(try await scene.state(mail) == .cancelled)
            #expect(try await scene.state(first.message) == .open)
        },
        ContractCase("a reply of which a part has arrived is not taken back, and goes on") { scene in
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2)
            try await scene.putOff(mail, parts: 1, at: 3)
            try await scene.hear("2", at: 3.5)
            #expect(try await scene.state(mail) == .waiting)
            try await scene.tryChat(mail, parts: 3, at: 5) { store, mail in
                try await store.markSent(mail, answer: "ok", at: scene.at(5))
            }
            #expect(try await scene.state(mail) == .sent)
        },
        ContractCase("where the new message gets no draft, the text that was stopped waits for a person again") {
            scene in
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2)
            try await scene.hear("2", at: 3, .with { $0.draft = nil })
            #expect(try await scene.state(mail) == .cancelled)
            let draft = try await scene.draft(of: first)
            #expect((draft.state, draft.version, draft.body.text) == (.pending, 2, "Hello."))
            #expect(draft.note?.contains("wrote again") == true)
        },
        ContractCase("where something else is drafted already, the text that was stopped is told of there") { scene in
            let commitments = Commitments(promises: [scene.promise(due: 100)])
            let first = try await scene.hear("1", at: 1)
            try await scene.tryChat(scene.answerInChat(first, at: 2, commitments), parts: 3, at: 3) { store, mail in
                try await store.markSent(mail, answer: "ok", at: scene.at(3))
            }
            let second = try await scene.hear("2", at: 4)
            let mail = try await scene.answerInChat(second, at: 5)
            let promise = try await scene.promised(in: first).id
            let news = try await scene.queue(.promiseLate(promise), in: first.conversation, at: 6).value()
            try await scene.hear("3", at: 7, .with { $0.draft = nil })
            #expect(try await scene.state(mail) == .cancelled)
            #expect(try await scene.draft(of: second).state == .superseded)
            let pending = try #require(try await scene.store.draft(news.id))
            #expect(pending.state == .pending)
            #expect(pending.note?.contains("Draft \(try #require(second.draft)) did not reach") == true)
            #expect(try await scene.state(second.message) == .open)
        },
        ContractCase("what somebody else in the thread writes, or a program, stops nothing") { scene in
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2)
            let other = try await scene.hear("2", by: "b", at: 3)
            #expect(other.conversation == first.conversation)
            try await scene.hear("3", at: 4, .with { $0.verdict = .autoReply })
            #expect(try await scene.state(mail) == .waiting)
            try await scene.hear("4", at: 5)
            #expect(try await scene.state(mail) == .cancelled)
        },
        ContractCase("an answer by mail stops a reply that waits for the chat, and none that waits as mail") { scene in
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2)
            let verified = TestMail.with { $0.verified = first.conversation }
            try await scene.receive(7, verified, at: 3)
            #expect(try await scene.state(mail) == .cancelled)
            let (_, plain) = try await scene.approvedReply(8, verified)
            try await scene.receive(9, verified, at: 11)
            #expect(try await scene.state(plain) == .waiting)
            try await scene.hear("2", at: 12, verified)
            #expect(try await scene.state(plain) == .cancelled)
        },
        ContractCase("a reply waits while its customer has written what nobody has read yet") { scene in
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2)
            try await scene.say("2", by: "b", at: 3)
            let second = try await scene.say("3", at: 3)
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(4)).isEmpty)
            try await scene.store.park(second, reason: ParkReason(.setAside, ""), by: "ann", at: scene.at(5))
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(6)).map(\.id) == [mail])
        },
        ContractCase("a reply waits for what was delivered before it was due, and for nothing that came later") {
            scene in
            let first = try await scene.hear("1", at: 1)
            let early = try await scene.accept("early", at: 2)
            let mail = try await scene.answerInChat(first, at: 3)
            _ = try await scene.accept("late", at: 4)
            _ = try await scene.accept("elsewhere", channel: InboxName("other"), at: 1)
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(5)).isEmpty)
            try await scene.unpack(try #require(early.new), scene.said("2", by: "b", at: 2), at: 5)
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(6)).map(\.id) == [mail])
        },
        ContractCase("a reply that was to leave while its customer wrote does not, and is taken back") { scene in
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2)
            _ = try await scene.store.claimDue(limit: 9, at: scene.at(3))
            try await scene.hear("2", at: 3)
            #expect(try await scene.state(mail) == .sending)
            let error = try await storeError { try await scene.store.markHandingOver(mail, at: scene.at(3)) }
            #expect(error.isIllegal)
            try await scene.store.markRetry(mail, answer: "\(error)", notBefore: scene.at(4), at: scene.at(3))
            #expect(try await scene.state(mail) == .cancelled)
            #expect(try await scene.state(first.message) == .open)
        },
        ContractCase("a reply that the provider puts off after its customer wrote is taken back, unless a part arrived")
        {
            scene in
            for parts in 0...1 {
                let sender = "sender \(parts)"
                let mail = TestMail.from(sender)
                let first = try await scene.hear("\(parts) 1", by: sender, at: 1, mail)
                let reply = try await scene.answerInChat(first, at: 2)
                try await scene.tryChat(reply, parts: parts, at: 3) { store, reply in
                    try await scene.hear("\(parts) 2", by: sender, at: 3, mail)
                    #expect(try await scene.state(reply) == .handingOver)
                    try await store.markRetry(reply, answer: "429", notBefore: scene.at(4), at: scene.at(3))
                }
                #expect(try await scene.state(reply) == (parts == 0 ? .cancelled : .waiting))
            }
        },
        ContractCase("what a person has sent again goes out, though the customer wrote meanwhile") { scene in
            let first = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(first, at: 2)
            try await scene.tryChat(mail, at: 3) { store, mail in
                try await scene.hear("2", at: 3)
                try await store.markUncertain(mail, answer: "timed out", at: scene.at(4))
            }
            _ = try await scene.store.resolve(mail, delivered: false, by: "ann", at: scene.at(5)).value()
            try await scene.tryChat(mail, parts: 3, at: 6) { store, mail in
                try await store.markSent(mail, answer: "ok", at: scene.at(6))
            }
            #expect(try await scene.state(mail) == .sent)
        },
        ContractCase("a person takes back a reply in a chat between two tries, but not once a part has arrived") {
            scene in
            for parts in 0...1 {
                let mail = TestMail.from("\(parts)@x")
                let first = try await scene.hear("\(parts)", by: "\(parts)", at: 1, mail)
                let reply = try await scene.answerInChat(first, at: 2)
                try await scene.putOff(reply, parts: parts, at: 3)
                let decision = try await scene.store.undo(reply, by: "ann", at: scene.at(3))
                #expect(decision.refusals.count == parts)
                let after = try #require(try await scene.store.outgoingMail(reply))
                #expect(after.state == (parts == 0 ? .cancelled : .waiting))
                #expect(after.lastAnswer == (parts == 0 ? nil : "429"))
            }
        },
    ]
}
