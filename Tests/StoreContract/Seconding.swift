import Model
import Storage
import Testing

extension ContractCase {
    static let seconding: [ContractCase] = [
        ContractCase("a draft that wants a second pair of eyes is released by the second of two people") { scene in
            let (filed, id) = try await scene.wanting()
            let commitments = Commitments(promises: [scene.promise(due: 100)])
            for _ in 1...2 {
                let first = try await scene.approve(id, by: "ann", commitments)
                #expect(first.refusals == [.wantsSecondPair(first: "ann")])
            }
            #expect(try await scene.store.promises(in: filed.conversation).isEmpty)
            #expect(try await scene.store.draft(id)?.state == .pending)
            #expect(try await scene.events(filed.message).suffix(2) == [.seconded, .refused])
            let mail = try await scene.approve(id, by: "bob", commitments).value()
            #expect(try await scene.store.outgoingMail(mail)?.approvedBy == "bob")
            #expect(try await scene.store.promises(in: filed.conversation).count == 1)
        },
        ContractCase("the first release counts for one version and one head alone") { scene in
            let (filed, id) = try await scene.wanting()
            _ = try await scene.approve(id, by: "ann")
            let body = scene.body("Changed.")
            _ = try await scene.store.edit(id, version: 1, body: body, by: "bob", at: scene.at(11)).value()
            #expect(try await scene.approve(id, by: "bob").refusals == [.wantsSecondPair(first: "bob")])
            try await scene.receive(2, .with { $0.draft = nil }, at: 12)
            #expect(try await scene.approve(id, by: "ann").refusals == [.wantsSecondPair(first: "ann")])
            let mail = try await scene.approve(id, by: "bob", at: 13).value()
            let back = try await scene.store.undo(mail, by: "bob", at: scene.at(13)).value()
            #expect(back == id)
            #expect(try await scene.approve(id, by: "bob", at: 14).refusals == [.wantsSecondPair(first: "bob")])
            #expect(try await scene.details(.seconded, filed.conversation).count == 4)
        },
        ContractCase("of two first releases at once, one is the second") { scene in
            let (_, id) = try await scene.wanting()
            let approval = try await scene.approval(of: id)
            let decisions = try await withThrowingTaskGroup(of: Decision<OutgoingMail.ID>.self) { group in
                for name in ["ann", "bob"] {
                    group.addTask {
                        var mine = approval
                        mine.by = name
                        return try await scene.store.approve(mine, mail: scene.reply("r@us"), commitments: .none)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(decisions.filter(\.refusals.isEmpty).count == 1)
        },
    ]

    static let asking: [ContractCase] = [
        ContractCase("a question about a draft stands until it is decided or somebody else edits it") { scene in
            let filed = try await scene.receive(1)
            let id = try #require(filed.draft)
            let asked = try await scene.ask(id, version: 1)
            #expect(asked.askedBy == "ann")
            #expect(asked.state == .pending)
            #expect(asked.version == 1)
            #expect(try await scene.store.queue(limit: 9, offset: 0).map(\.draft?.askedBy) == ["ann"])
            #expect(try await scene.details(.asked, filed.conversation) == ["draft \(id): May I?"])
            let own = try await scene.store.edit(id, version: 1, body: asked.body, by: "ann", at: scene.at(2)).value()
            #expect(own.askedBy == "ann")
            let other = try await scene.store.edit(id, version: 2, body: asked.body, by: "bob", at: scene.at(3)).value()
            #expect(other.askedBy == nil)
            _ = try await scene.ask(id, version: 3)
            let mail = try await scene.approve(id, by: "bob").value()
            #expect(try await scene.store.draft(id)?.askedBy == nil)
            _ = try await scene.store.undo(mail, by: "bob", at: scene.at(11)).value()
            #expect(try await scene.store.draft(id)?.askedBy == nil)
        },
        ContractCase("nobody is asked about another version, or about what is decided") { scene in
            let id = try #require(try await scene.receive(1).draft)
            let moved = try await scene.store.askSenior(id, version: 2, question: "?", by: "ann", at: scene.at(1))
            #expect(moved.refusals == [.draftChanged(version: 1, by: "wavelength")])
            _ = try await scene.approve(id).value()
            let late = try await scene.store.askSenior(id, version: 1, question: "?", by: "bob", at: scene.at(11))
            #expect(late.refusals == [.alreadyDecided(.approved, by: "ann")])
            let none = Draft.ID(rawValue: 99)
            let missing = try await scene.store.askSenior(none, version: 1, question: "?", by: "bob", at: scene.at(11))
            #expect(missing.refusals == [.noSuchDraft])
        },
    ]
}

extension Scene {
    fileprivate func wanting() async throws -> (Filed, Draft.ID) {
        let filed = try await receive(1, .with { $0.draft = nil })
        var body = body("We are sorry.")
        body.wantsSecondPair = true
        return (filed, try await store.startDraft(for: filed.message, body: body, by: "cy", at: at(1)).id)
    }

    fileprivate func ask(_ id: Draft.ID, version: Int) async throws -> Draft {
        try await store.askSenior(id, version: version, question: "May I?", by: "ann", at: at(1)).value()
    }
}
