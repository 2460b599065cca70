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
        ContractCase("messages that come in another order than they were said are one thought all the same") { scene in
            let ids = try await scene.chats(("a", 2), ("a", 0), ("a", 4), ("a", 1), ("a", 9))
            #expect(try await scene.burst(ids[2], pause: 120) == [ids[0], ids[1]])
            #expect(try await scene.burst(ids[3], pause: 120) == [ids[0], ids[1], ids[2]])
            #expect(try await scene.burst(ids[3], pause: 60) == [ids[0], ids[1]])
        },
        ContractCase("a message that comes late has with it what was said after it and is not answered") { scene in
            let ids = try await scene.chats(("a", 10), ("b", 11), ("a", 0))
            #expect(try await scene.burst(ids[2], pause: 60, window: 600) == [ids[0]])
            #expect(try await scene.burst(ids[2], pause: 60, window: 599) == [])
            // The other way round a pause is a pause.
            let next = try await scene.say("9", at: 30)
            #expect(try await scene.burst(next, pause: 60, window: 3_600) == [])
            let filed = try await scene.file(ids[0], TestMail(), at: 31)
            try await scene.store.closeConversation(filed.conversation, reason: "", by: "ann", at: scene.at(31))
            #expect(try await scene.burst(ids[2], pause: 60, window: 600) == [])
        },
        ContractCase("a thought has fifty messages beside the last one at most, the newest") { scene in
            var ids: [Message.ID] = []
            for number in 0..<60 { ids.append(try await scene.say("\(number)", at: Double(number))) }
            #expect(try await scene.burst(ids[59], pause: 60) == Array(ids[9..<59]))
        },
        ContractCase("what another sender wrote, or what was answered, is no part of a thought") { scene in
            let ids = try await scene.chats(("a", 0), ("b", 1), ("a", 2))
            #expect(try await scene.burst(ids[2], pause: 600) == [ids[0]])
            let filed = try await scene.file(ids[0], TestMail(), at: 3)
            try await scene.store.closeConversation(filed.conversation, reason: "", by: "ann", at: scene.at(3))
            #expect(try await scene.burst(ids[2], pause: 600) == [])
        },
        ContractCase("what a reply answers that nobody has yet is part of a thought; once a part arrived it is not") {
            scene in
            let filed = try await scene.hear("1", at: 1)
            let mail = try await scene.answerInChat(filed, at: 2)
            try await scene.putOff(mail, at: 3)
            let next = try await scene.say("2", at: 3.5)
            #expect(try await scene.burst(next, pause: 600) == [filed.message])
            try await scene.store.park(next, reason: ParkReason(.setAside, ""), by: "ann", at: scene.at(4))
            try await scene.putOff(mail, parts: 1, at: 5)
            #expect(try await scene.burst(next, pause: 600) == [])
        },
        ContractCase("live messages of chats are read before all others, which come oldest first") { scene in
            let mail = try await scene.take(1, at: 0)
            var old = scene.chat("old")
            old.circumstance = .backfill
            let back = try await scene.store.take([old], advancing: nil, at: scene.at(1)).map(\.message)
            let later = try await scene.take(2, at: 2)
            let live = [try await scene.say("1", at: 3), try await scene.say("2", at: 4)]
            let claimed = try await scene.store.claimUnread(limit: 9, attempts: 3, at: scene.at(5)).map(\.id)
            #expect(claimed == live + mail + back + later)
        },
    ]
}

extension Scene {
    fileprivate func burst(
        _ message: Message.ID,
        pause: TimeInterval,
        window: TimeInterval = 0
    ) async throws -> [Message.ID] {
        try await store.burst(before: message, pause: pause, window: window).map(\.id)
    }
}
