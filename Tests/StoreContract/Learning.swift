import Model
import Storage
import Testing

extension ContractCase {
    static let learning: [ContractCase] = [
        ContractCase("the newest correction of a message counts, and leaves a row of history") { scene in
            let message = try await scene.receive(1).message
            #expect(try await scene.store.newestCorrection() == nil)
            #expect(try await scene.matters(of: message) == ["order.where"])
            _ = try await scene.store.correct(message, intents: ["refund.status"], by: "ann", at: scene.at(1))
            let newest = try await scene.store.correct(
                message,
                intents: ["return", "exchange"],
                by: "bob",
                at: scene.at(2)
            )
            #expect(try await scene.matters(of: message) == ["return", "exchange"])
            #expect(try await scene.store.newestCorrection() == newest)
            #expect(newest.by == "bob")
            let details = try await scene.store.history(of: message).filter { $0.event == .corrected }.map(\.detail)
            #expect(details == ["order.where → refund.status", "refund.status → return, exchange"])
        },
        ContractCase("what cannot be corrected is refused") { scene in
            let none = Message.ID(rawValue: 99)
            await #expect(throws: StoreError.notFound("message 99")) {
                try await scene.store.correct(none, intents: ["return"], by: "ann", at: scene.at(1))
            }
            let unread = try await scene.take(1)[0]
            await #expect(throws: StoreError.self) {
                try await scene.store.correct(unread, intents: ["return"], by: "ann", at: scene.at(1))
            }
            let read = try await scene.receive(2).message
            await #expect(throws: StoreError.self) {
                try await scene.store.correct(read, intents: [], by: "ann", at: scene.at(1))
            }
            #expect(try await scene.store.newestCorrection() == nil)
        },
        ContractCase("a released reply says what its message was about, unless somebody said otherwise") { scene in
            let released = try await scene.receive(1, .from("a@x"))
            let corrected = try await scene.receive(2, .from("b@x"))
            let waiting = try await scene.receive(3, .from("c@x"))
            for filed in [released, corrected] {
                _ = try await scene.approve(try #require(filed.draft), by: "ann").value()
            }
            _ = try await scene.store.correct(corrected.message, intents: ["return"], by: "ann", at: scene.at(20))
            let labelled = try await scene.store.labelledMessages(limit: 10)
            #expect(labelled.map(\.message) == [released.message, corrected.message])
            #expect(labelled.map(\.intents) == [["order.where"], ["return"]])
            #expect(labelled.map(\.source) == [.approval, .correction])
            #expect(labelled.map(\.text) == ["Where?", "Where?"])
            #expect(labelled.map(\.language) == ["en", "en"])
            #expect(try await scene.store.labelledMessages(limit: 1).map(\.message) == [corrected.message])
            #expect(!labelled.contains { $0.message == waiting.message })
        },
        ContractCase("a person's earlier language is that of their last conversation in the inbox") { scene in
            _ = try await scene.receive(1, .from("a@x"))
            let support = InboxName("support")
            #expect(try await scene.store.earlierLanguage(of: "a@x", vouched: nil, in: support) == "en")
            #expect(try await scene.store.earlierLanguage(of: "b@x", vouched: nil, in: support) == nil)
            #expect(try await scene.store.earlierLanguage(of: "a@x", vouched: nil, in: InboxName("sales")) == nil)
        },
        ContractCase("the past is what people wrote, newest first") { scene in
            let first = try await scene.receive(1, .from("a@x")).message
            _ = try await scene.receive(2, .with { $0.bounce = Bounce(recipient: "a@x") })
            let last = try await scene.receive(3, .from("b@x")).message
            let past = try await scene.store.pastMessages(limit: 10)
            #expect(past.map(\.message) == [last, first])
            #expect(past.first?.text == "Where?")
            #expect(past.first?.matters == ["order.where"])
            #expect(try await scene.store.pastMessages(limit: 1).map(\.message) == [last])
        },
        ContractCase("the messages drafted from a template come with what the program wrote, newest first") { scene in
            let first = try await scene.receive(1, .from("a@x"))
            let edited = try await scene.receive(2, .from("b@x"), at: 1)
            _ = try await scene.receive(3, .with { ($0.person, $0.draft) = ("c@x", nil) })
            let id = try #require(edited.draft)
            _ = try await scene.store.edit(id, version: 1, body: scene.body("Mine."), by: "ann", at: scene.at(2))
                .value()
            let drafted = try await scene.store.messagesDrafted(from: "order.where", limit: 10)
            #expect(drafted.map(\.message.id) == [edited.message, first.message])
            #expect(drafted.map(\.draft.text) == ["Hello.", "Hello."])
            #expect(drafted.map(\.draftedAt) == [scene.at(1), scene.at(0)])
            #expect(drafted.first?.message == (try await scene.store.message(edited.message)))
            let newest = try await scene.store.messagesDrafted(from: "order.where", limit: 1)
            #expect(newest.map(\.message.id) == [edited.message])
            #expect(try await scene.store.messagesDrafted(from: "return", limit: 10).isEmpty)
        },
        ContractCase("a message that the program drafted anew from another template belongs to that one") { scene in
            let filed = try await scene.receive(1)
            var body = scene.body("Anew.")
            body.template = "return"
            let id = try #require(filed.draft)
            _ = try await scene.store.edit(id, version: 1, body: body, by: "wavelength", at: scene.at(2)).value()
            #expect(try await scene.store.messagesDrafted(from: "order.where", limit: 10).isEmpty)
            let anew = try await scene.store.messagesDrafted(from: "return", limit: 10)
            #expect(anew.map(\.draft) == [body])
        },
    ]
}

extension Scene {
    fileprivate func matters(of message: Message.ID) async throws -> [String]? {
        try await store.message(message)?.matters
    }
}
