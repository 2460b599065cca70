import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let bursting: [ContractCase] = [
        ContractCase("chat messages of one sender without a gap longer than the pause are one thought") { scene in
            let ids = try await scene.chats(("a", 0), ("a", 1), ("a", 3), ("a", 4))
            #expect(try await scene.burst(ids[3], pause: 60) == [ids[2]])
            #expect(try await scene.burst(ids[3], pause: 120) == [ids[0], ids[1], ids[2]])
            #expect(try await scene.burst(ids[0], pause: 120) == [])
        },
        ContractCase("what another sender wrote, or what was answered, is no part of a thought") { scene in
            let ids = try await scene.chats(("a", 0), ("b", 1), ("a", 2))
            #expect(try await scene.burst(ids[2], pause: 600) == [ids[0]])
            let filed = try await scene.file(ids[0], TestMail(), at: 3)
            try await scene.store.closeConversation(filed.conversation, reason: "", by: "ann", at: scene.at(3))
            #expect(try await scene.burst(ids[2], pause: 600) == [])
        },
        ContractCase("a chat message takes back a reply of its conversation that nobody has tried to send") { scene in
            let ids = try await scene.chats(("a", 0), ("a", 1))
            let filed = try await scene.file(ids[0], TestMail(), at: 2)
            let mail = try await scene.approve(try #require(filed.draft), at: 2).value()
            #expect(try await scene.burst(ids[1], pause: 600) == [ids[0]])
            _ = try await scene.file(ids[1], TestMail(), at: 3)
            #expect(try await scene.store.outgoingMail(mail)?.state == .cancelled)
            #expect(try await scene.state(ids[0]) == .open)
            #expect(try await scene.events(ids[0]).contains(.undone))
            #expect(try await scene.store.outgoingMail(mail)?.wasStopped == true)
        },
        ContractCase("that a reply was stopped stays with the drafts that follow, until somebody decides") { scene in
            let ids = try await scene.chats(("a", 0), ("a", 1), ("a", 2))
            let first = try await scene.file(ids[0], TestMail(), at: 2)
            _ = try await scene.approve(try #require(first.draft), at: 2).value()
            for (id, minute) in [(ids[1], 3.0), (ids[2], 4.0)] {
                let filed = try await scene.file(id, TestMail(), at: minute)
                let id = try #require(filed.draft)
                let draft = try await scene.store.draft(id)
                #expect(draft?.note == "The customer wrote again before the reply that ann approved had left.")
            }
            let other = try await scene.receive(9, .from("z@x"), at: 5)
            let mail = try await scene.approve(try #require(other.draft), at: 5).value()
            _ = try await scene.store.undo(mail, by: "ann", at: scene.at(5)).value()
            #expect(try await scene.store.outgoingMail(mail)?.wasStopped == false)
        },
        ContractCase("a reply that was tried is not taken back by a chat message") { scene in
            let ids = try await scene.chats(("a", 0), ("a", 1))
            let filed = try await scene.file(ids[0], TestMail(), at: 2)
            let mail = try await scene.approve(try #require(filed.draft), at: 2).value()
            _ = try await scene.store.claimDue(limit: 1, at: scene.at(60))
            try await scene.store.markRetry(mail, answer: "later", notBefore: scene.at(90), at: scene.at(61))
            #expect(try await scene.burst(ids[1], pause: 600) == [])
            _ = try await scene.file(ids[1], TestMail(), at: 62)
            #expect(try await scene.store.outgoingMail(mail)?.state == .waiting)
        },
    ]
}

extension Scene {
    /// Takes chat messages of senders, each at its minute.
    fileprivate func chats(_ messages: (sender: String, minute: Double)...) async throws -> [Message.ID] {
        var arrivals: [Arrival] = []
        for (number, message) in messages.enumerated() {
            var arrival = chat("\(number)")
            arrival.sender = message.sender
            arrival.sourceDate = at(message.minute)
            arrivals.append(arrival)
        }
        return try await store.take(arrivals, advancing: nil, at: at(5)).map(\.message)
    }

    fileprivate func burst(_ message: Message.ID, pause: TimeInterval) async throws -> [Message.ID] {
        try await store.burst(before: message, pause: pause).map(\.id)
    }
}
