import Model
import Storage
import Testing

extension ContractCase {
    static let customers: [ContractCase] = [
        ContractCase("a customer's conversations are counted by inbox and address, besides the one at hand") { scene in
            let about = { (person: String?, subject: String, inbox: String) in
                TestMail.with { ($0.person, $0.subjectKey, $0.inbox) = (person, subject, InboxName(inbox)) }
            }
            let first = try await scene.receive(1, about("a@x", "one", "support"))
            try await scene.receive(2, about("a@x", "two", "support"))
            try await scene.receive(3, about("a@x", "", "support"))
            try await scene.receive(4, about("a@x", "one", "sales"))
            try await scene.receive(5, about("b@x", "one", "support"))
            try await scene.receive(6, about(nil, "one", "support"))
            #expect(try await scene.customer("a@x").earlierConversations == 3)
            #expect(try await scene.customer("a@x", besides: first).earlierConversations == 2)
            #expect(try await scene.customer("b@x").earlierConversations == 1)
            #expect(try await scene.customer("c@x") == CustomerRecord())
        },
        ContractCase("broken promises and recoveries count across a customer's conversations") { scene in
            let mail = TestMail.with { ($0.person, $0.draft) = ("a@x", nil) }
            let first = try await scene.receive(1, mail)
            let second = try await scene.receive(2, .with { ($0.person, $0.subjectKey) = ("a@x", "two") })
            let promise = Commitments(promises: [scene.promise(due: 100), scene.promise(due: 500)])
            try await scene.followedUp(first, at: 10, promise) { $0.recovery = [.complaint] }
            _ = try await scene.approve(try #require(second.draft), at: 11, promise).value()
            let third = try await scene.followedUp(second, at: 12) { $0.recovery = [.distress] }
            _ = try await scene.store.breakOverdue(at: scene.at(101))
            let record = try await scene.customer("a@x", besides: second)
            #expect(record.brokenPromises == 2)
            #expect(record.recoveries == [scene.at(12), scene.at(10)])
            _ = try await scene.store.undo(third, by: "ann", at: scene.at(13)).value()
            #expect(try await scene.customer("a@x").recoveries == [scene.at(10)])
            #expect(try await scene.customer("b@x").brokenPromises == 0)
        },
        ContractCase("how a customer is addressed is kept, and the last word counts") { scene in
            #expect(try await scene.customer("a@x").formality == nil)
            for formality in [Formality.formal, .informal] {
                try await scene.store.setFormality(formality, of: "a@x", by: "ann", at: scene.at(1))
                #expect(try await scene.customer("a@x").formality == formality)
            }
            #expect(try await scene.customer("b@x").formality == nil)
        },
    ]
}

extension Scene {
    fileprivate func customer(_ person: String, besides filed: Filed? = nil) async throws -> CustomerRecord {
        try await store.customer(person, in: InboxName("support"), besides: filed?.conversation)
    }
}
