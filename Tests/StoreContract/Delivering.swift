import Model
import Storage
import Testing

extension ContractCase {
    static let delivering: [ContractCase] = [
        ContractCase("due mail is handed out once, oldest first, as sending with one attempt more") { scene in
            let late = try await scene.receive(1, .from("a@x"))
            let early = try await scene.receive(2, .from("b@x"))
            let second = try await scene.approve(try #require(late.draft), at: 12).value()
            let first = try await scene.approve(try #require(early.draft), at: 11).value()
            #expect(try await scene.store.nextDue() == scene.at(11))
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(10.9)).isEmpty)
            let claimed = try await scene.store.claimDue(limit: 9, at: scene.at(12))
            #expect(claimed.map(\.id) == [first, second])
            #expect(claimed.map(\.state) == [.sending, .sending])
            #expect(claimed.map(\.attempts) == [1, 1])
            #expect(claimed.allSatisfy { !$0.mail.raw.isEmpty })
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(13)).isEmpty)
            #expect(try await scene.store.nextDue() == nil)
            #expect(try await scene.events(early.message).last == .sending)
        },
        ContractCase("a limit leaves the rest waiting") { scene in
            _ = try await scene.approvedReply(1, .from("a@x"))
            _ = try await scene.approvedReply(2, .from("b@x"))
            #expect(try await scene.store.claimDue(limit: 1, at: scene.at(20)).count == 1)
            #expect(try await scene.store.outgoing(in: .waiting, limit: 9).count == 1)
        },
        ContractCase("mail that the server took is sent, and so is its draft") { scene in
            let (filed, id) = try await scene.handingOver()
            try await scene.store.markSent(id, answer: "250 queued", at: scene.at(21))
            let mail = try #require(try await scene.store.outgoingMail(id))
            #expect(mail.state == .sent)
            #expect(mail.lastAnswer == "250 queued")
            #expect(try await scene.draft(of: filed).state == .sent)
            #expect(try await scene.state(filed.message) == .answered)
            #expect(try await scene.events(filed.message).last == .sent)
        },
        ContractCase("a retry waits until its time and counts on") { scene in
            let (filed, id) = try await scene.handingOver()
            try await scene.store.markRetry(id, answer: "451 later", notBefore: scene.at(60), at: scene.at(21))
            #expect(try await scene.store.nextDue() == scene.at(60))
            #expect(try await scene.store.outgoingMail(id)?.lastAnswer == "451 later")
            #expect(try await scene.events(filed.message).last == .retrying)
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(60)).map(\.attempts) == [2])
        },
        ContractCase("a refusal for good brings the draft back in a new version, and the messages are open") { scene in
            let older = try await scene.receive(8)
            let (filed, id) = try await scene.handingOver()
            #expect(older.conversation == filed.conversation)
            try await scene.store.markFailed(id, answer: "550 no such user", at: scene.at(21))
            #expect(try await scene.store.outgoingMail(id)?.state == .failed)
            let draft = try await scene.draft(of: filed)
            #expect(draft.state == .pending)
            #expect(draft.version == 2)
            #expect(draft.note == "550 no such user")
            #expect(draft.decidedBy == nil)
            #expect(draft.threadHead == ThreadHead(lastMessage: filed.message))
            #expect(try await scene.state(filed.message) == .open)
            #expect(try await scene.state(older.message) == .open)
            #expect(try await scene.events(older.message).last == .failed)
            _ = try await scene.approve(draft.id, at: 30).value()
        },
        ContractCase("a reply that fails after the customer wrote again leaves the newer draft pending, with a note") {
            scene in
            let (filed, id) = try await scene.handingOver()
            let newer = try await scene.receive(2, at: 21)
            try await scene.store.markFailed(id, answer: "550 no", at: scene.at(22))
            let old = try await scene.draft(of: filed)
            #expect(old.state == .superseded)
            #expect(old.note == "550 no")
            let pending = try await scene.draft(of: newer)
            #expect(pending.state == .pending)
            #expect(pending.note?.contains("550 no") == true)
            #expect(try await scene.state(filed.message) == .open)
        },
        ContractCase("only legal transitions happen") { scene in
            let (_, id) = try await scene.approvedReply()
            let tooEarly = try await storeError { try await scene.store.markSent(id, answer: "", at: scene.at(20)) }
            #expect(tooEarly.isIllegal)
            _ = try await scene.store.claimDue(limit: 1, at: scene.at(20))
            try await scene.store.markHandingOver(id, at: scene.at(20))
            try await scene.store.markSent(id, answer: "250", at: scene.at(20))
            for step in [
                { try await scene.store.markHandingOver(id, at: scene.at(21)) },
                { try await scene.store.markSent(id, answer: "", at: scene.at(21)) },
                { try await scene.store.markRetry(id, answer: "", notBefore: scene.at(21), at: scene.at(21)) },
                { try await scene.store.markFailed(id, answer: "", at: scene.at(21)) },
                { try await scene.store.markUncertain(id, answer: "", at: scene.at(21)) },
            ] as [@Sendable () async throws -> Void] {
                #expect(try await storeError { try await step() }.isIllegal)
            }
            let none = OutgoingMail.ID(rawValue: 99)
            let missing = try await storeError { try await scene.store.markSent(none, answer: "", at: scene.at(21)) }
            #expect(missing.isNotFound)
        },
        ContractCase("parts that have arrived are known to the next try, and never become fewer") { scene in
            let (filed, id) = try await scene.handingOver()
            try await scene.store.markPartSent(id, SentPart(number: 1), at: scene.at(20))
            try await scene.store.markPartSent(id, SentPart(number: 2), at: scene.at(20))
            try await scene.store.markPartSent(id, SentPart(number: 2), at: scene.at(20))
            #expect(try await scene.events(filed.message).suffix(3) == [.sending, .partSent, .partSent])
            let fewer = try await storeError {
                try await scene.store.markPartSent(id, SentPart(number: 1), at: scene.at(20))
            }
            #expect(fewer.isIllegal)
            try await scene.store.markRetry(id, answer: "429", notBefore: scene.at(30), at: scene.at(21))
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(30)).map(\.partsSent) == [2])
            let early = try await storeError {
                try await scene.store.markPartSent(id, SentPart(number: 3), at: scene.at(30))
            }
            #expect(early.isIllegal)
        },
        ContractCase("a reply in a chat keeps its form and its envelope") { scene in
            let filed = try await scene.receive(1)
            let draft = try await scene.draft(of: filed)
            var mail = scene.reply("r1@us")
            mail.mail.form = .chat
            mail.mail.chat = ReplyEnvelope(place: ChatPlace(chat: "C1", thread: "17.5"), parts: 3)
            let id = try await scene.store.approve(scene.approval(of: draft.id), mail: mail, commitments: .none).value()
            #expect(try await scene.store.outgoingMail(id)?.mail == mail.mail)
            #expect(try await scene.store.outgoing(in: .waiting, limit: 9).map(\.mail.form) == [.chat])
        },
        ContractCase("mail is listed by state, newest first, without bytes") { scene in
            let (_, first) = try await scene.approvedReply(1, .from("a@x"))
            let (_, second) = try await scene.approvedReply(2, .from("b@x"))
            let listed = try await scene.store.outgoing(in: .waiting, limit: 9)
            #expect(listed.map(\.id) == [second, first])
            #expect(listed.allSatisfy { $0.mail.raw.isEmpty })
            #expect(try await scene.store.outgoing(in: .waiting, limit: 1).map(\.id) == [second])
            #expect(try await scene.store.outgoing(in: .sent, limit: 9).isEmpty)
            #expect(try await scene.store.outgoingMail(OutgoingMail.ID(rawValue: 99)) == nil)
        },
    ]
}
