import Model
import Storage
import Testing

extension ContractCase {
    static let drafting: [ContractCase] = [
        ContractCase("an edit is the next version") { scene in
            let id = try #require(try await scene.receive(1).draft)
            let body = scene.body("Better.", to: "new@x")
            let edited = try await scene.store.edit(id, version: 1, body: body, by: "ann", at: scene.at(1)).value()
            #expect(edited.version == 2)
            #expect(edited.body == body)
            #expect(edited.author == "ann")
            #expect(edited.state == .pending)
            #expect(try await scene.store.draft(id) == edited)
            #expect(try await scene.events(edited.message).last == .edited)
        },
        ContractCase("an edit of another version than the newest is refused, with a row of history") { scene in
            let filed = try await scene.receive(1)
            let id = try #require(filed.draft)
            _ = try await scene.store.edit(id, version: 1, body: scene.body("A"), by: "ann", at: scene.at(1)).value()
            let late = try await scene.store.edit(id, version: 1, body: scene.body("B"), by: "bob", at: scene.at(1))
            #expect(late.refusals == [.draftChanged(version: 2, by: "ann")])
            #expect(try await scene.store.draft(id)?.body.text == "A")
            #expect(try await scene.events(filed.message).last == .refused)
        },
        ContractCase("decisions about a draft that is not there, or was decided, are refused") { scene in
            let none = Draft.ID(rawValue: 99)
            let missing = try await scene.store.edit(none, version: 1, body: scene.body(""), by: "ann", at: scene.at(1))
            #expect(missing.refusals == [.noSuchDraft])
            let id = try #require(try await scene.receive(1).draft)
            _ = try await scene.approve(id, by: "ann").value()
            let edit = try await scene.store.edit(id, version: 1, body: scene.body(""), by: "bob", at: scene.at(11))
            #expect(edit.refusals == [.alreadyDecided(.approved, by: "ann")])
            let reject = try await scene.store.reject(
                id,
                version: 1,
                reason: "",
                closing: false,
                by: "bob",
                at: scene.at(11)
            )
            #expect(reject.refusals == [.alreadyDecided(.approved, by: "ann")])
            #expect(try await scene.approve(id, by: "bob").refusals == [.alreadyDecided(.approved, by: "ann")])
        },
        ContractCase("a rejected draft leaves its messages open, unless it closes them") { scene in
            for closing in [false, true] {
                let filed = try await scene.receive(closing ? 2 : 1, .from("\(closing)@x"))
                let id = try #require(filed.draft)
                let rejected = try await scene.store.reject(
                    id,
                    version: 1,
                    reason: "Wrong order.",
                    closing: closing,
                    by: "ann",
                    at: scene.at(1)
                )
                .value()
                #expect(rejected.state == .rejected)
                #expect(rejected.note == "Wrong order.")
                #expect(rejected.decidedBy == "ann")
                #expect(try await scene.state(filed.message) == (closing ? .answered : .open))
                #expect(try await scene.events(filed.message).contains(.rejected))
            }
        },
        ContractCase("rejecting and closing leaves what came after the drafted message open") { scene in
            let first = try await scene.receive(1)
            let later = try await scene.receive(2, .with { $0.draft = nil }, at: 1)
            let id = try #require(first.draft)
            _ = try await scene.store.reject(id, version: 1, reason: "", closing: true, by: "ann", at: scene.at(2))
                .value()
            #expect(try await scene.state(first.message) == .answered)
            #expect(try await scene.state(later.message) == .open)
        },
        ContractCase("a reply can be started by hand, but not beside a pending draft or before reading") { scene in
            let filed = try await scene.receive(1, .with { $0.draft = nil })
            let body = scene.body("By hand.")
            let draft = try await scene.store.startDraft(for: filed.message, body: body, by: "ann", at: scene.at(1))
            #expect(draft.version == 1)
            #expect(draft.author == "ann")
            #expect(draft.body == body)
            #expect(draft.conversation == filed.conversation)
            let second = try await storeError {
                try await scene.store.startDraft(for: filed.message, body: body, by: "bob", at: scene.at(1))
            }
            #expect(second.isIllegal)
            let unread = try await scene.take(2)
            let early = try await storeError {
                try await scene.store.startDraft(for: unread[0], body: body, by: "bob", at: scene.at(1))
            }
            #expect(early.isIllegal)
            var news = body
            news.occasion = .limitEnded("stock")
            let other = try await scene.receive(3, .with { ($0.person, $0.draft) = ("b@x", nil) })
            let wrong = try await storeError {
                try await scene.store.startDraft(for: other.message, body: news, by: "bob", at: scene.at(1))
            }
            #expect(wrong.isIllegal)
        },
        ContractCase("a closed conversation owes nothing: messages answered, its draft rejected") { scene in
            let filed = try await scene.receive(1)
            try await scene.store.closeConversation(
                filed.conversation,
                reason: "Thanks only.",
                by: "ann",
                at: scene.at(1)
            )
            #expect(try await scene.state(filed.message) == .answered)
            #expect(try await scene.draft(of: filed).state == .rejected)
            #expect(try await scene.events(filed.message).suffix(2) == [.rejected, .closed])
            let missing = Conversation.ID(rawValue: 99)
            let error = try await storeError {
                try await scene.store.closeConversation(missing, reason: "", by: "ann", at: scene.at(1))
            }
            #expect(error.isNotFound)
        },
    ]
}
