import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let chatting: [ContractCase] = [
        ContractCase("a chat shows what its person wrote in that channel, oldest first, read or not") { scene in
            let person = ChatAddress(channel: Scene.channel, person: "Mara")
            for (item, writer) in [("1", "Mara"), ("2", "mara"), ("3", "Mara"), ("4", "Mara")] {
                try await scene.takeChat(item, of: writer)
            }
            try await scene.takeChat("5", of: "Mara", in: InboxName("other"))
            let chat = try await scene.store.chat(with: person, limit: 9)
            #expect(chat.messages.map { String(decoding: $0.raw, as: UTF8.self) } == ["1 Hello", "3 Hello", "4 Hello"])
            #expect(chat.replies.isEmpty)
            let newest = try await scene.store.chat(with: person, limit: 2)
            #expect(newest.messages.map { String(decoding: $0.raw, as: UTF8.self) } == ["3 Hello", "4 Hello"])
        },
        ContractCase("a chat shows a reply once it is out or a part of it arrived, never one that is only approved") {
            scene in
            let person = ChatAddress(channel: Scene.channel, person: "Mara")
            let reply = try await scene.approvedChat("1", with: person)
            #expect(try await scene.store.chat(with: person, limit: 9).replies.isEmpty)
            _ = try await scene.store.claimDue(limit: 1, at: scene.at(20))
            try await scene.store.markHandingOver(reply, at: scene.at(20))
            #expect(try await scene.store.chat(with: person, limit: 9).replies.isEmpty)
            try await scene.store.markPartSent(reply, SentPart(number: 1), at: scene.at(20))
            let shown = try await scene.store.chat(with: person, limit: 9).replies
            #expect(shown.map(\.id) == [reply])
            #expect(shown.map(\.mail.raw) == [[UInt8]("{}".utf8)])
            try await scene.store.markSent(reply, answer: "shown", at: scene.at(21))
            #expect(try await scene.store.chat(with: person, limit: 9).replies.map(\.id) == [reply])
            #expect(try await scene.store.chat(with: person, limit: 0) == ChatRecord())
        },
        ContractCase("a chat shows nobody what answers somebody else") { scene in
            let mara = ChatAddress(channel: Scene.channel, person: "Mara")
            let reply = try await scene.approvedChat("1", with: mara)
            try await scene.takeChat("2", of: "Tom")
            _ = try await scene.store.claimDue(limit: 1, at: scene.at(20))
            try await scene.store.markHandingOver(reply, at: scene.at(20))
            try await scene.store.markSent(reply, answer: "shown", at: scene.at(21))
            let tom = ChatAddress(channel: Scene.channel, person: "Tom")
            #expect(try await scene.store.chat(with: tom, limit: 9).replies.isEmpty)
        },
        ContractCase("an address that somebody left is kept, changed and forgotten") { scene in
            let mara = ChatAddress(channel: Scene.channel, person: "Mara")
            #expect(try await scene.store.mailAddress(leftBy: mara) == nil)
            try await scene.store.leaveMailAddress("a@b.example", by: mara, at: scene.at(1))
            try await scene.store.leaveMailAddress("c@d.example", by: mara, at: scene.at(2))
            #expect(try await scene.store.mailAddress(leftBy: mara) == "c@d.example")
            let namesake = ChatAddress(channel: InboxName("other"), person: "Mara")
            #expect(try await scene.store.mailAddress(leftBy: namesake) == nil)
            try await scene.store.leaveMailAddress(nil, by: mara, at: scene.at(3))
            #expect(try await scene.store.mailAddress(leftBy: mara) == nil)
        },
        ContractCase("what became of the mail beside a reply is kept, and open until somebody has seen it") { scene in
            let store = scene.store
            for (number, copy) in [MailedCopy.mailed, .refused, .unknown].enumerated() {
                let person = ChatAddress(channel: Scene.channel, person: "Mara\(number)")
                let id = try await scene.approvedChat("\(number)", with: person)
                let early = try await storeError { try await store.noteCopy(id, copy) }
                #expect(early.isIllegal, "nothing is on its way yet")
                _ = try await store.claimDue(limit: 1, at: scene.at(20))
                try await store.markHandingOver(id, at: scene.at(20))
                try await store.noteCopy(id, .unknown)
                try await store.noteCopy(id, copy)
                #expect(try await store.outgoingMail(id)?.copy == copy)
                #expect(try await !store.openCopies(limit: 9).contains { $0.id == id }, "it is not sent yet")
                try await store.markSent(id, answer: "shown", at: scene.at(21))
                #expect(try await store.openCopies(limit: 9).contains { $0.id == id } == copy.isOpen)
                let seen = try await store.markCopySeen(id, by: "ann", at: scene.at(22))
                #expect(seen.refusals.isEmpty == copy.isOpen)
                #expect(try await store.outgoingMail(id)?.copy == (copy.isOpen ? .seen : copy))
                #expect(try await store.openCopies(limit: 9).isEmpty)
                #expect(try await store.markCopySeen(id, by: "bob", at: scene.at(23)).refusals.count == 1)
            }
        },
        ContractCase("a mail beside a reply that is to be tried again is nothing that anybody has to know of") {
            scene in
            let mara = ChatAddress(channel: Scene.channel, person: "Mara")
            let id = try await scene.approvedChat("1", with: mara)
            _ = try await scene.store.claimDue(limit: 1, at: scene.at(20))
            try await scene.store.markHandingOver(id, at: scene.at(20))
            try await scene.store.noteCopy(id, .unknown)
            try await scene.store.noteCopy(id, nil)
            try await scene.store.markRetry(id, answer: "451", notBefore: scene.at(30), at: scene.at(21))
            #expect(try await scene.store.outgoingMail(id)?.copy == nil)
            #expect(try await scene.store.openCopies(limit: 9).isEmpty)
        },
    ]
}

extension Scene {
    /// Takes one message of a chat.
    @discardableResult
    func takeChat(
        _ item: String,
        of person: String,
        in channel: InboxName = channel
    ) async throws -> Message.ID {
        var arrival = chat(item)
        arrival.origin.inbox = channel
        arrival.sender = person
        let taken = try await store.take([arrival], advancing: nil, at: at(0))
        return try #require(taken.first).message
    }

    /// A message of a chat, read and answered: the reply waits.
    func approvedChat(_ item: String, with person: ChatAddress) async throws -> OutgoingMail.ID {
        let filed = try await file(takeChat(item, of: person.person), .with { $0.inbox = Self.channel })
        return try await approvedChat(filed, item, with: person)
    }

    func approvedChat(
        _ filed: Filed,
        _ item: String,
        with person: ChatAddress,
        in place: ChatPlace? = nil,
        due minutes: Double = 10,
        _ commitments: Commitments = .none
    ) async throws -> OutgoingMail.ID {
        let mail = ComposedMail(
            form: .chat,
            messageID: "reply-\(item)@us",
            reversePath: "",
            forwardPaths: [person.mailAddress(name: nil).address],
            chat: ReplyEnvelope(place: place ?? ChatPlace(chat: person.person), parts: 2),
            raw: [UInt8]("{}".utf8)
        )
        let outgoing = NewOutgoingMail(kind: .reply, inbox: person.channel, mail: mail, notBefore: at(minutes))
        let approval = try await approval(of: try #require(filed.draft))
        return try await store.approve(approval, mail: outgoing, commitments: commitments).value()
    }
}
