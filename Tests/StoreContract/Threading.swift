import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let threading: [ContractCase] = [
        ContractCase("our own token is stronger than identifiers, and they than person and subject") { scene in
            let token = try await scene.receive(1, .from("a@x"))
            let named = try await scene.receive(
                2,
                .with {
                    $0.person = "b@x"
                    $0.messageID = "named@x"
                }
            )
            let alike = try await scene.receive(3, .from("c@x"))
            #expect(Set([token, named, alike].map(\.conversation)).count == 3)
            var mail = TestMail.with {
                $0.person = "c@x"
                $0.identifiers = ["named@x"]
            }
            mail.verified = token.conversation
            #expect(try await scene.receive(4, mail).conversation == token.conversation)
            mail.verified = nil
            #expect(try await scene.receive(5, mail).conversation == named.conversation)
            mail.identifiers = []
            #expect(try await scene.receive(6, mail).conversation == alike.conversation)
        },
        ContractCase("a token for a conversation that is not there falls through") { scene in
            let first = try await scene.receive(1)
            let mail = TestMail.with { $0.verified = Conversation.ID(rawValue: 4711) }
            #expect(try await scene.receive(2, mail).conversation == first.conversation)
        },
        ContractCase("identifiers decide in their order, and unknown ones are passed over") { scene in
            let one = try await scene.receive(
                1,
                .with {
                    $0.person = "a@x"
                    $0.messageID = "one@x"
                }
            )
            let two = try await scene.receive(
                2,
                .with {
                    $0.person = "b@x"
                    $0.messageID = "two@x"
                }
            )
            #expect(one.conversation != two.conversation)
            let mail = TestMail.with {
                $0.person = nil
                $0.identifiers = ["", "none@x", "two@x", "one@x"]
            }
            #expect(try await scene.receive(3, mail).conversation == two.conversation)
        },
        ContractCase("a Message-ID of ours in the outbox names its conversation") { scene in
            let (filed, id) = try await scene.approvedReply()
            let ours = try #require(try await scene.store.outgoingMail(id)).mail.messageID
            let mail = TestMail.with {
                $0.person = "other@x"
                $0.identifiers = [ours]
            }
            #expect(try await scene.receive(2, mail, at: 30).conversation == filed.conversation)
        },
        ContractCase("person and subject count within the window of the last message, in either direction") { scene in
            let first = try await scene.receive(1, at: 0)
            let week = 7 * 24 * 60.0
            #expect(try await scene.receive(2, at: week).conversation == first.conversation)
            #expect(try await scene.receive(3, at: 2 * week).conversation == first.conversation)
            #expect(try await scene.receive(4, at: 3 * week + 1).conversation != first.conversation)
            let early = try await scene.receive(5, .from("dora@x"), at: 0)
            #expect(try await scene.receive(6, .from("dora@x"), at: -week - 1).conversation != early.conversation)
        },
        ContractCase("the window is measured by when the source received the messages") { scene in
            var old = scene.arrival(1)
            old.sourceDate = scene.at(0).addingTimeInterval(-365 * Scene.day)
            let taken = try await scene.store.take([old, scene.arrival(2)], advancing: nil, at: scene.at(0))
            let first = try await scene.file(taken[0].message)
            #expect(try await scene.file(taken[1].message).conversation != first.conversation)
        },
        ContractCase("person and subject do not join two inboxes, other people, or mail that says too little") {
            scene in
            let first = try await scene.receive(1)
            let others = [
                TestMail.with { $0.inbox = InboxName("sales") }, .from("other@x"), .with { $0.subjectKey = "" },
                .with { $0.person = nil }, .with { $0.subjectKey = "another" },
            ]
            for (item, mail) in others.enumerated() {
                #expect(try await scene.receive(item + 2, mail).conversation != first.conversation)
            }
        },
        ContractCase("a conversation carries the inbox, subject and customer of its first message") { scene in
            let filed = try await scene.receive(1)
            try await scene.receive(2, .with { $0.subject = "Re: Order" }, at: 1)
            let conversation = try #require(try await scene.store.conversation(filed.conversation)).conversation
            #expect(conversation.inbox == InboxName("support"))
            #expect(conversation.subject == "Order")
            #expect(conversation.customer == MailAddress(address: "cid@example.org"))
        },
    ]

    static let merging: [ContractCase] = [
        ContractCase("the same mail from another inbox is a second arrival and gets no draft") { scene in
            let mail = TestMail.with { $0.identity = "digest" }
            let first = try await scene.receive(1, mail)
            let second = try await scene.receive(
                1,
                .with {
                    $0.identity = "digest"
                    $0.inbox = InboxName("sales")
                },
                at: 1
            )
            #expect(second.sameAs == first.message)
            #expect(second.conversation == first.conversation)
            #expect(second.draft == nil)
            #expect(try await scene.draft(of: first).state == .pending)
            #expect(try await scene.store.threadHead(of: first.conversation) == ThreadHead(lastMessage: first.message))
            #expect(try await scene.expectCustody().taken == 1)
            #expect(try await scene.store.message(second.message)?.id == first.message)
            #expect(try await scene.events(first.message).last == .foundAgain)
            #expect(try await scene.events(second.message) == [.taken, .foundAgain])
        },
        ContractCase("a second arrival keeps its bytes and its origin, which lead to the first message") { scene in
            let first = try await scene.receive(1, .with { $0.identity = "digest" })
            let sales = InboxName("sales")
            let second = try await scene.receive(
                1,
                .with {
                    $0.identity = "digest"
                    $0.inbox = sales
                }
            )
            #expect(try await scene.store.raw(of: second.message) == scene.arrival(1, inbox: sales).raw)
            #expect(try await scene.store.items(inbox: sales, mailbox: "INBOX", validity: 7) == ["1"])
            let again = try await scene.store.take([scene.arrival(1, inbox: sales)], advancing: nil, at: scene.at(2))
            #expect(again.map(\.message) == [first.message])
            #expect(again.map(\.isNew) == [false])
        },
        ContractCase("filing a second arrival twice answers the same") { scene in
            let mail = TestMail.with { $0.identity = "digest" }
            try await scene.receive(1, mail)
            let second = try await scene.receive(2, mail)
            #expect(try await scene.file(second.message, mail) == second)
        },
        ContractCase("mail without an identity is never merged") { scene in
            let first = try await scene.receive(1)
            let second = try await scene.receive(2)
            #expect(second.sameAs == nil)
            #expect(first.message != second.message)
        },
    ]
}
