import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    private static let lost = "It is more than 24 hours ago. They have to write first."

    /// What providers say later of the parts of a reply; each reply has two, `w1` and `w2` to its provider.
    static let receipts: [ContractCase] = [
        ContractCase("a reply that was sent and is reported as lost comes back with the reason, and is owed again") {
            scene in
            let (filed, id) = try await scene.sentChat()
            let delivery = try await scene.receipts(.init(number: "w2", state: .failed, sentence: lost))
            let mail = try #require(try await scene.store.outgoingMail(id))
            #expect((mail.state, mail.partsSent) == (.failed, 1))
            #expect(mail.lastAnswer == "Part 2 of 2 did not arrive. \(lost)")
            let draft = try await scene.draft(of: filed)
            #expect((draft.state, draft.version) == (.pending, 2))
            #expect(draft.note == mail.lastAnswer)
            #expect(draft.threadHead == ThreadHead(lastMessage: filed.message))
            #expect(try await scene.state(filed.message) == .open)
            #expect(try await scene.store.queue(limit: 9, offset: 0).map(\.message.id) == [filed.message])
            #expect(try await scene.events(filed.message).suffix(2) == [.bounced, .bounced])
            #expect(try await scene.events(delivery).contains(.bounced))
            #expect(try await scene.store.outgoing(in: .sent, limit: 9).isEmpty)
        },
        ContractCase("what a reply that is lost committed us to is taken back") { scene in
            let promise = scene.promise(due: 5_000)
            let (filed, _) = try await scene.sentChat(Commitments(promises: [promise]))
            #expect(try await scene.store.promises(in: filed.conversation).map(\.state) == [.open])
            try await scene.receipts(.init(number: "w1", state: .failed, sentence: lost))
            #expect(try await scene.store.promises(in: filed.conversation).map(\.state) == [.withdrawn])
        },
        ContractCase("a receipt of a loss that comes before the answer to the sending counts once that is written") {
            scene in
            let (filed, id) = try await scene.handedOverChat()
            try await scene.receipts(.init(number: "w1", state: .failed, sentence: lost))
            #expect(try await scene.store.outgoingMail(id)?.state == .handingOver)
            try await scene.store.markPartSent(id, SentPart(number: 1, id: "w1"), at: scene.at(21))
            try await scene.store.markPartSent(id, SentPart(number: 2, id: "w2"), at: scene.at(21))
            #expect(try await scene.store.outgoingMail(id)?.state == .handingOver)
            try await scene.store.markSent(id, answer: "taken", at: scene.at(21))
            #expect(try await scene.store.outgoingMail(id)?.state == .failed)
            #expect(try await scene.draft(of: filed).state == .pending)
        },
        ContractCase("of a reply whose first part is lost the rest is not tried again") { scene in
            let (filed, id) = try await scene.handedOverChat()
            try await scene.store.markPartSent(id, SentPart(number: 1, id: "w1"), at: scene.at(21))
            try await scene.store.markRetry(id, answer: "429", notBefore: scene.at(30), at: scene.at(21))
            try await scene.receipts(.init(number: "w1", state: .failed, sentence: lost))
            #expect(try await scene.store.outgoingMail(id)?.state == .failed)
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(40)).isEmpty)
            #expect(try await scene.draft(of: filed).state == .pending)
        },
        ContractCase("receipts come twice and in any order, and what arrived is not lost") { scene in
            let (filed, id) = try await scene.sentChat()
            let arrived = ReplyReceipt(number: "w1", state: .arrived, sentence: "The message w1 is read.")
            let failed = ReplyReceipt(number: "w1", state: .failed, sentence: lost)
            try await scene.receipts(arrived, arrived, failed)
            #expect(try await scene.store.outgoingMail(id)?.state == .sent)
            let second = ReplyReceipt(number: "w2", state: .failed, sentence: lost)
            try await scene.receipts(second)
            let events = try await scene.events(filed.message)
            try await scene.receipts(second, failed, second)
            #expect(try await scene.events(filed.message) == events)
            #expect(try await scene.draft(of: filed).version == 2)
        },
        ContractCase("a reply that arrived after it was reported as lost says so where it came back") { scene in
            let (filed, id) = try await scene.sentChat()
            try await scene.receipts(.init(number: "w1", state: .failed, sentence: lost))
            let arrived = ReplyReceipt(number: "w1", state: .arrived, sentence: "The message w1 is delivered.")
            try await scene.receipts(arrived, arrived)
            #expect(try await scene.store.outgoingMail(id)?.state == .failed)
            #expect(try await scene.draft(of: filed).note?.hasSuffix("it did arrive.") == true)
            #expect(try await scene.events(filed.message).count { $0 == .arrived } == 1)
        },
        ContractCase("receipts for what is not ours, or came through another channel, change nothing") { scene in
            let (filed, id) = try await scene.sentChat()
            let events = try await scene.events(filed.message)
            for state in [ReplyReceipt.State.accepted, .arrived, .failed] {
                try await scene.receipts(.init(number: "w9", state: state, sentence: lost))
            }
            let other = try #require(try await scene.accept("other", channel: InboxName("other")).new)
            let failed = ReplyReceipt(number: "w1", state: .failed, sentence: lost)
            let unpacked = UnpackedDelivery(delivery: other, arrivals: [], receipts: [failed], outcome: "")
            _ = try await scene.store.unpack([unpacked], at: scene.at(30))
            #expect(try await scene.store.outgoingMail(id)?.state == .sent)
            #expect(try await scene.events(filed.message) == events)
        },
        ContractCase("an uncertain reply is settled by receipts that name its parts, whatever their numbers") { scene in
            for (state, last) in [
                (ReplyReceipt.State.accepted, OutgoingMail.State.sent), (.arrived, .sent), (.failed, .failed),
            ] {
                let (filed, id) = try await scene.handedOverChat("\(state)")
                try await scene.store.markPartSent(id, SentPart(number: 1, id: "\(state) 1"), at: scene.at(21))
                try await scene.store.markUncertain(id, answer: "timed out", at: scene.at(21))
                let name = SentPartName(messageID: "reply-\(state)@us", part: 2)
                try await scene.receipts(.init(number: "\(state) 2", part: name, state: state, sentence: lost))
                #expect(try await scene.store.outgoingMail(id)?.state == last)
                #expect(try await scene.draft(of: filed).state == (last == .sent ? .sent : .pending))
            }
        },
        ContractCase("a receipt that names a part counts though it comes before the try has ended in doubt") { scene in
            let (_, id) = try await scene.handedOverChat()
            for part in 1...2 {
                let name = SentPartName(messageID: "reply-1@us", part: part)
                try await scene.receipts(.init(number: "w\(part)", part: name, state: .accepted, sentence: ""))
            }
            #expect(try await scene.store.outgoingMail(id)?.state == .handingOver)
            #expect(try await scene.store.recoverOutbox(at: scene.at(30)).isEmpty)
            let mail = try #require(try await scene.store.outgoingMail(id))
            #expect((mail.state, mail.partsSent) == (.sent, 2))
        },
        ContractCase("where only the first of two uncertain parts is known, a person decides, and goes on behind it") {
            scene in
            let (_, id) = try await scene.handedOverChat()
            try await scene.store.markUncertain(id, answer: "timed out", at: scene.at(21))
            let name = SentPartName(messageID: "reply-1@us", part: 1)
            try await scene.receipts(.init(number: "w1", part: name, state: .arrived, sentence: ""))
            let mail = try #require(try await scene.store.outgoingMail(id))
            #expect((mail.state, mail.partsSent) == (.uncertain, 1))
            _ = try await scene.store.resolve(id, delivered: false, by: "ann", at: scene.at(22)).value()
            #expect(try await scene.store.claimDue(limit: 9, at: scene.at(22)).map(\.partsSent) == [1])
        },
        ContractCase("what is sent again has its new number, and receipts for the old one are not about it") { scene in
            let (_, id) = try await scene.handedOverChat()
            try await scene.store.markUncertain(id, answer: "timed out", at: scene.at(21))
            _ = try await scene.store.resolve(id, delivered: false, by: "ann", at: scene.at(22)).value()
            _ = try await scene.store.claimDue(limit: 9, at: scene.at(22))
            try await scene.store.markHandingOver(id, at: scene.at(22))
            for part in 1...2 {
                try await scene.store.markPartSent(id, SentPart(number: part, id: "new \(part)"), at: scene.at(23))
            }
            try await scene.store.markSent(id, answer: "taken", at: scene.at(23))
            let name = SentPartName(messageID: "reply-1@us", part: 1)
            try await scene.receipts(.init(number: "old 1", part: name, state: .failed, sentence: lost))
            #expect(try await scene.store.outgoingMail(id)?.state == .sent)
        },
    ]
}

extension Scene {
    /// A reply of two parts in a chat that is being handed over.
    fileprivate func handedOverChat(
        _ item: String = "1",
        _ commitments: Commitments = .none
    ) async throws -> (Filed, OutgoingMail.ID) {
        let person = ChatAddress(channel: Self.channel, person: "Mara \(item)")
        let mail = TestMail.with {
            $0.inbox = Self.channel
            $0.person = person.person
        }
        let filed = try await file(takeChat(item, of: person.person), mail)
        let id = try await approvedChat(filed, item, with: person, commitments)
        _ = try await store.claimDue(limit: 1, at: at(20))
        try await store.markHandingOver(id, at: at(20))
        return (filed, id)
    }

    /// The same, sent.
    fileprivate func sentChat(_ commitments: Commitments = .none) async throws -> (Filed, OutgoingMail.ID) {
        let (filed, id) = try await handedOverChat("1", commitments)
        for part in 1...2 {
            try await store.markPartSent(id, SentPart(number: part, id: "w\(part)"), at: at(21))
        }
        try await store.markSent(id, answer: "taken as w1, w2", at: at(21))
        return (filed, id)
    }

    /// Unpacks one delivery with these in it.
    @discardableResult
    fileprivate func receipts(_ receipts: ReplyReceipt...) async throws -> Delivery.ID {
        let id = try #require(try await accept("receipts \(UUID())").new)
        let unpacked = UnpackedDelivery(delivery: id, arrivals: [], receipts: receipts, outcome: "receipts")
        _ = try await store.unpack([unpacked], at: at(25))
        return id
    }
}
