import Model
import Storage
import Testing

extension ContractCase {
    static let approving: [ContractCase] = [
        ContractCase("an approval puts the mail into the outbox and closes the messages, in one step") { scene in
            let first = try await scene.receive(1)
            let second = try await scene.receive(2, at: 1)
            let draft = try #require(second.draft)
            let id = try await scene.approve(draft).value()
            let mail = try #require(try await scene.store.outgoingMail(id))
            #expect(mail.state == .waiting)
            #expect(mail.kind == .reply)
            #expect(mail.mail == scene.reply("reply-\(draft)@us").mail)
            #expect(mail.notBefore == scene.at(10))
            #expect(mail.draft == draft)
            #expect(mail.answers == second.message)
            #expect(mail.approvedBy == "ann")
            #expect(mail.attempts == 0)
            #expect(try await scene.state(first.message) == .answered)
            #expect(try await scene.state(second.message) == .answered)
            let approved = try #require(try await scene.store.draft(draft))
            #expect(approved.state == .approved)
            #expect(approved.decidedBy == "ann")
            let head = ThreadHead(lastMessage: second.message, lastOutgoing: id)
            #expect(try await scene.store.threadHead(of: second.conversation) == head)
            #expect(try await scene.events(second.message).suffix(2) == [.approved, .closed])
        },
        ContractCase("what was filed after the drafted message stays open") { scene in
            let first = try await scene.receive(1)
            let later = try await scene.receive(2, .with { $0.draft = nil }, at: 1)
            _ = try await scene.approve(try #require(first.draft)).value()
            #expect(try await scene.state(first.message) == .answered)
            #expect(try await scene.state(later.message) == .open)
        },
        ContractCase("an approval is refused with everything that moved, and nothing is sent") { scene in
            let filed = try await scene.receive(1)
            let id = try #require(filed.draft)
            let seen = try await scene.approval(of: id)
            let body = scene.body("Other.", to: "other@x")
            _ = try await scene.store.edit(id, version: 1, body: body, by: "bob", at: scene.at(1)).value()
            let later = try await scene.receive(2, .with { $0.draft = nil }, at: 2)
            let refused = try await scene.store.approve(seen, mail: scene.reply("r@us"), commitments: .none)
            #expect(
                refused.refusals == [
                    .draftChanged(version: 2, by: "bob"), .recipientsChanged(body.recipients),
                    .threadMoved(ThreadHead(lastMessage: later.message)),
                ]
            )
            #expect(try await scene.store.outgoing(in: .waiting, limit: 9).isEmpty)
            #expect(try await scene.state(filed.message) == .open)
            #expect(try await scene.events(filed.message).last == .refused)
        },
        ContractCase("a superseded draft, or none, cannot be approved") { scene in
            let first = try await scene.receive(1)
            let seen = try await scene.approval(of: try #require(first.draft))
            try await scene.receive(2, at: 1)
            let refused = try await scene.store.approve(seen, mail: scene.reply("r@us"), commitments: .none)
            #expect(refused.refusals == [.alreadyDecided(.superseded, by: "wavelength")])
            var none = seen
            none.draft = Draft.ID(rawValue: 99)
            #expect(
                try await scene.store.approve(none, mail: scene.reply("r@us"), commitments: .none).refusals == [
                    .noSuchDraft
                ]
            )
        },
    ]
}
