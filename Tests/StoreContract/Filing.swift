import Model
import Storage
import Testing

extension ContractCase {
    static let filing: [ContractCase] = [
        ContractCase("what was read is kept with a conversation and a draft against its head") { scene in
            let filed = try await scene.receive(1, at: 3)
            let mail = TestMail().filing(of: filed.message, at: scene.at(3))
            let message = try #require(try await scene.store.message(filed.message))
            #expect(message.state == .open)
            #expect(message.conversation == filed.conversation)
            #expect(message.content == mail.content)
            #expect(message.reading == mail.reading)
            let draft = try await scene.draft(of: filed)
            #expect(draft.body == mail.draft)
            #expect(draft.version == 1)
            #expect(draft.state == .pending)
            #expect(draft.author == "wavelength")
            #expect(draft.threadHead == ThreadHead(lastMessage: filed.message))
            #expect(try await scene.events(filed.message) == [.taken, .read, .drafted])
        },
        ContractCase("a group is one transaction: one unknown message and nothing is filed") { scene in
            let ids = try await scene.take(1)
            let filings = [ids[0], Message.ID(rawValue: 99)].map { TestMail().filing(of: $0, at: scene.at(1)) }
            let error = try await storeError { try await scene.store.file(filings, sameSubjectWindow: 1) }
            #expect(error.isNotFound)
            #expect(try await scene.state(ids[0]) == .stored)
        },
        ContractCase("a message that was filed is left as it is and answers with what it became") { scene in
            let first = try await scene.receive(1)
            let again = try await scene.file(first.message, .with { $0.draft = "Another." })
            #expect(again == first)
            #expect(try await scene.draft(of: first).body.text == "Hello.")
            #expect(try await scene.events(first.message) == [.taken, .read, .drafted])
        },
        ContractCase("a newer draft supersedes a pending one, whose text stays as it was edited") { scene in
            let first = try await scene.receive(1)
            let old = try #require(first.draft)
            _ = try await scene.store.edit(old, version: 1, body: scene.body("Mine."), by: "ann", at: scene.at(1))
                .value()
            let second = try await scene.receive(2, at: 2)
            #expect(second.conversation == first.conversation)
            let superseded = try #require(try await scene.store.draft(old))
            #expect(superseded.state == .superseded)
            #expect(superseded.version == 2)
            #expect(superseded.body.text == "Mine.")
            #expect(try await scene.draft(of: second).state == .pending)
            #expect(try await scene.events(first.message).last == .superseded)
        },
        ContractCase("a message without a draft leaves a pending one alone and moves the head") { scene in
            let first = try await scene.receive(1)
            let second = try await scene.receive(2, .with { $0.draft = nil }, at: 2)
            #expect(second.draft == nil)
            #expect(try await scene.draft(of: first).state == .pending)
            let head = try await scene.store.threadHead(of: first.conversation)
            #expect(head == ThreadHead(lastMessage: second.message))
        },
        ContractCase("a bounce leaves a row in the conversation it belongs to") { scene in
            let (filed, mail) = try await scene.handingOver()
            try await scene.store.markSent(mail, answer: "250 ok", at: scene.at(21))
            let bounce = Bounce(originalMessageID: "reply-1@us", recipient: "cid@example.org", status: "5.1.1")
            let bounced = try await scene.receive(
                2,
                .with {
                    $0.bounce = bounce
                    $0.identifiers = ["reply-\(filed.draft?.description ?? "")@us"]
                    $0.draft = nil
                },
                at: 30
            )
            #expect(bounced.conversation == filed.conversation)
            #expect(try await scene.events(bounced.message) == [.taken, .read, .bounced])
        },
    ]
}
