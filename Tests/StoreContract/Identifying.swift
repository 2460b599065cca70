import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let identifying: [ContractCase] = [
        ContractCase("a merge makes two addresses one customer's, in either direction and over several steps") {
            scene in
            try await scene.receive(1, .from("a@x"))
            try await scene.receive(2, .from("b@x"))
            try await scene.talk(3, "chat:chat/c")
            #expect(try await scene.store.identities(of: "a@x") == CustomerIdentities(addresses: ["a@x"]))
            let merged = try await scene.store.merge("a@x", with: "chat:chat/c", by: "ann", at: scene.at(1))
            #expect(merged.addresses == ["a@x", "chat:chat/c"])
            #expect(merged.links.map(\.ground) == [.merged])
            #expect(merged.links.map(\.by) == ["ann"])
            #expect(merged.links.map(\.at) == [scene.at(1)])
            try await scene.store.merge("b@x", with: "chat:chat/c", by: "bob", at: scene.at(2))
            #expect(try await scene.store.identities(of: "a@x").addresses == ["a@x", "b@x", "chat:chat/c"])
            #expect(try await scene.store.identities(of: "chat:chat/c").links.count == 2)
            try await scene.store.merge("a@x", with: "b@x", by: "ann", at: scene.at(3))
            #expect(try await scene.store.identities(of: "b@x").links.count == 2)
        },
        ContractCase("only two who have written can be merged") { scene in
            try await scene.receive(1, .from("a@x"))
            let unknown = try await storeError {
                try await scene.store.merge("a@x", with: "z@x", by: "ann", at: scene.at(1))
            }
            #expect(unknown.isNotFound)
            let same = try await storeError {
                try await scene.store.merge("a@x", with: "a@x", by: "ann", at: scene.at(1))
            }
            #expect(same.isIllegal)
            #expect(try await scene.store.identities(of: "a@x").links.isEmpty)
        },
        ContractCase("a merge and a separation stand in the history of the newest conversation of each") { scene in
            let first = try await scene.receive(1, .from("a@x"))
            let second = try await scene.talk(2, "chat:chat/c")
            try await scene.store.merge("a@x", with: "chat:chat/c", by: "ann", at: scene.at(1))
            let links = try await scene.store.separate("chat:chat/c", by: "bob", at: scene.at(2))
            #expect(links.map(\.other) == ["chat:chat/c"])
            for filed in [first, second] {
                #expect(
                    try await scene.details(.linked, filed.conversation) == ["a@x and chat:chat/c are one customer"]
                )
                let apart = ["chat:chat/c is another customer than a@x"]
                #expect(try await scene.details(.separated, filed.conversation) == apart)
            }
            #expect(try await scene.store.separate("a@x", by: "ann", at: scene.at(3)).isEmpty)
        },
        ContractCase("a separation leaves what was known before, and can be taken back by another merge") { scene in
            for (item, person) in ["a@x", "b@x", "c@x"].enumerated() { try await scene.receive(item, .from(person)) }
            try await scene.store.merge("a@x", with: "b@x", by: "ann", at: scene.at(1))
            try await scene.store.merge("b@x", with: "c@x", by: "ann", at: scene.at(2))
            try await scene.store.separate("c@x", by: "ann", at: scene.at(3))
            #expect(try await scene.store.identities(of: "a@x").addresses == ["a@x", "b@x"])
            #expect(try await scene.store.identities(of: "c@x").addresses == ["c@x"])
            try await scene.store.merge("c@x", with: "a@x", by: "ann", at: scene.at(4))
            #expect(try await scene.store.identities(of: "c@x").addresses == ["c@x", "a@x", "b@x"])
        },
        ContractCase("whom a channel vouches for is linked with the message, once, and says which channel") { scene in
            try await scene.receive(1, .from("a@x"))
            let filed = try await scene.talk(2, "chat:chat/c", vouched: "A@x")
            try await scene.talk(3, "chat:chat/c", vouched: "a@x")
            let identities = try await scene.store.identities(of: "a@x")
            #expect(identities.addresses == ["a@x", "chat:chat/c"])
            #expect(identities.links.map(\.ground) == [.verified])
            #expect(identities.links.map(\.by) == ["chat"])
            #expect(try await scene.events(filed.message).contains(.linked))
        },
        ContractCase("nobody is linked by what is no mail address, or of another channel, or not vouched for") {
            scene in
            try await scene.receive(1, .with { ($0.person, $0.subject) = ("Mara@x", "chat:chat/c") })
            for (item, word) in ["", "mara", "@x", "mara@", "chat:other/mara@x"].enumerated() {
                try await scene.talk(item + 2, "chat:chat/c", vouched: word)
            }
            try await scene.talk(9, "chat:chat/c")
            #expect(try await scene.store.identities(of: "chat:chat/c").addresses == ["chat:chat/c"])
        },
        ContractCase("what somebody took back is not linked again by the channel's word") { scene in
            try await scene.receive(1, .from("a@x"))
            try await scene.talk(2, "chat:chat/c", vouched: "a@x")
            try await scene.store.separate("a@x", by: "ann", at: scene.at(1))
            try await scene.talk(3, "chat:chat/c", vouched: "a@x")
            #expect(try await scene.store.identities(of: "a@x").addresses == ["a@x"])
            let record = try await scene.store.customer("chat:chat/c", vouched: "a@x", in: Scene.channel, besides: nil)
            #expect(record.earlierConversations == 1)
        },
        ContractCase("it is not linked again either where the two had been one customer through others") { scene in
            for (item, person) in ["a@x", "b@x"].enumerated() { try await scene.receive(item, .from(person)) }
            try await scene.talk(2, "chat:chat/c")
            try await scene.store.merge("chat:chat/c", with: "b@x", by: "ann", at: scene.at(1))
            try await scene.store.merge("b@x", with: "a@x", by: "ann", at: scene.at(2))
            try await scene.talk(3, "chat:chat/c", vouched: "a@x")
            try await scene.store.separate("a@x", by: "ann", at: scene.at(3))
            try await scene.talk(4, "chat:chat/c", vouched: "a@x")
            #expect(try await scene.store.identities(of: "chat:chat/c").addresses == ["chat:chat/c", "b@x"])
            #expect(try await scene.store.identities(of: "a@x").addresses == ["a@x"])
        },
        ContractCase("what is known of a customer counts over all addresses and inboxes") { scene in
            let mail = try await scene.receive(1, .with { ($0.person, $0.draft) = ("a@x", nil) })
            let chat = try await scene.talk(2, "chat:chat/c")
            try await scene.followedUp(mail, at: 10, Commitments(promises: [scene.promise(due: 20)])) {
                $0.recovery = [.complaint]
            }
            _ = try await scene.store.breakOverdue(at: scene.at(30))
            try await scene.store.setFormality(.informal, of: "a@x", by: "ann", at: scene.at(31))
            let known = { (vouched: String?) in
                try await scene.store.customer(
                    "chat:chat/c",
                    vouched: vouched,
                    in: Scene.channel,
                    besides: chat.conversation
                )
            }
            #expect(try await known(nil) == CustomerRecord())
            let whole = CustomerRecord(
                formality: .informal,
                earlierConversations: 1,
                brokenPromises: 1,
                recoveries: [scene.at(10)]
            )
            // Also before the message that the channel vouches in is filed.
            #expect(try await known("a@x") == whole)
            try await scene.store.merge("a@x", with: "chat:chat/c", by: "ann", at: scene.at(32))
            #expect(try await known(nil) == whole)
            #expect(try await known("a@x") == whole)
            let fromMail = try await scene.store.customer("a@x", in: InboxName("support"), besides: nil)
            #expect(fromMail.earlierConversations == 2)
            try await scene.store.separate("a@x", by: "ann", at: scene.at(33))
            #expect(try await known(nil) == CustomerRecord())
        },
        ContractCase("a customer keeps their language over all addresses and inboxes") { scene in
            try await scene.receive(1, .with { ($0.person, $0.language) = ("a@x", "fr") }, at: 1)
            let earlier = { (vouched: String?) in
                try await scene.store.earlierLanguage(of: "chat:chat/c", vouched: vouched, in: Scene.channel)
            }
            #expect(try await earlier(nil) == nil)
            // Also before the message that the channel vouches in is filed.
            #expect(try await earlier("a@x") == "fr")
            try await scene.talk(2, "chat:chat/c", at: 2)
            #expect(try await earlier(nil) == "en")
            try await scene.store.merge("a@x", with: "chat:chat/c", by: "ann", at: scene.at(3))
            #expect(try await earlier(nil) == "en")
            try await scene.receive(3, .with { ($0.person, $0.language, $0.subjectKey) = ("a@x", "fr", "x") }, at: 4)
            #expect(try await earlier(nil) == "fr")
            try await scene.store.separate("a@x", by: "ann", at: scene.at(5))
            #expect(try await earlier(nil) == "en")
        },
        ContractCase("the conversations of a customer are listed over all addresses, newest first") { scene in
            let first = try await scene.receive(1, .from("a@x"), at: 1)
            let second = try await scene.talk(2, "chat:chat/c", at: 2)
            try await scene.receive(3, .from("b@x"), at: 3)
            let listed = { try await scene.store.conversations(of: "a@x", besides: nil, limit: 9) }
            #expect(try await listed().map(\.conversation.id) == [first.conversation])
            try await scene.store.merge("a@x", with: "chat:chat/c", by: "ann", at: scene.at(4))
            #expect(try await listed().map(\.conversation.id) == [second.conversation, first.conversation])
            #expect(try await listed().map(\.isOpen) == [true, true])
            try await scene.store.closeConversation(second.conversation, reason: "done", by: "ann", at: scene.at(5))
            #expect(try await listed().map(\.isOpen) == [false, true])
            let others = try await scene.store.conversations(of: "a@x", besides: first.conversation, limit: 9)
            #expect(others.map(\.conversation.id) == [second.conversation])
        },
    ]

    static let sharingGoodwill: [ContractCase] = [
        ContractCase("what was given to one address of a customer counts for the others, until they are separated") {
            scene in
            try await scene.talk(9, "chat:chat/c")
            _ = try await scene.released(1, .from("a@x"), Commitments(grants: [scene.grant(500, to: "a@x")]))
            let filed = try await scene.receive(2, .from("b@x"), at: 20)
            let draft = try #require(filed.draft)
            try await scene.store.merge("b@x", with: "chat:chat/c", by: "ann", at: scene.at(21))
            try await scene.store.merge("a@x", with: "chat:chat/c", by: "ann", at: scene.at(21))
            let given = Commitments(grants: [scene.grant(400, to: "b@x")])
            #expect(try await !scene.approve(draft, at: 22, given).refusals.isEmpty)
            #expect(try await scene.taken(from: "customer/b@x/2026-09") == 0)
            try await scene.store.separate("a@x", by: "ann", at: scene.at(23))
            _ = try await scene.approve(draft, at: 24, given).value()
            #expect(try await scene.taken(from: "customer/b@x/2026-09") == 400)
            #expect(try await scene.store.goodwillSums() == ["EUR": 0])
        },
        ContractCase("what is left of a merged customer's limit can still be given") { scene in
            _ = try await scene.released(1, .from("a@x"), Commitments(grants: [scene.grant(500, to: "a@x")]))
            let filed = try await scene.receive(2, .from("b@x"), at: 20)
            try await scene.store.merge("a@x", with: "b@x", by: "ann", at: scene.at(21))
            let rest = Commitments(grants: [scene.grant(300, to: "b@x")])
            _ = try await scene.approve(try #require(filed.draft), at: 22, rest).value()
            #expect(try await scene.taken(from: "customer/b@x/2026-09") == 300)
        },
    ]
}

extension Scene {
    /// A message of a chat, taken and filed.
    @discardableResult
    fileprivate func talk(
        _ item: Int,
        _ person: String,
        vouched: String? = nil,
        at minutes: Double = 0
    ) async throws -> Filed {
        let taken = try await store.take([chat("\(item)")], advancing: nil, at: at(minutes))
        let message = try #require(taken.first).message
        let mail = TestMail.with { ($0.inbox, $0.person, $0.vouched) = (Self.channel, person, vouched) }
        return try await file(message, mail, at: minutes)
    }

    /// So many cents of 8.00 EUR that the customer may get in a month.
    fileprivate func grant(_ cents: Int, to customer: String) -> GoodwillGrant {
        var grant = grant(cents, from: ["customer/\(customer)/2026-09": 800])
        grant.customer = customer
        return grant
    }
}
