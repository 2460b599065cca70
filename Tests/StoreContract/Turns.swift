import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    /// Replies to one place of a chat, of which each waits for its turn.
    static let turns: [ContractCase] = [
        ContractCase("of two replies to one chat the second is handed out once the first is sent") { scene in
            let (first, second) = (try await scene.reply("1"), try await scene.reply("2"))
            #expect(try await scene.due() == [first])
            #expect(try await scene.due().isEmpty)
            #expect(try await scene.store.nextDue() == nil)
            try await scene.store.markHandingOver(first, at: scene.at(20))
            #expect(try await scene.due().isEmpty)
            try await scene.store.markSent(first, answer: "", at: scene.at(20))
            #expect(try await scene.due() == [second])
        },
        ContractCase("a reply waits while an earlier one to its chat is tried again, whatever is due first") { scene in
            let (first, second) = (try await scene.reply("1"), try await scene.reply("2"))
            #expect(try await scene.due() == [first])
            try await scene.store.markHandingOver(first, at: scene.at(20))
            try await scene.store.markPartSent(first, SentPart(number: 1), at: scene.at(20))
            try await scene.store.markRetry(first, answer: "429", notBefore: scene.at(60), at: scene.at(20))
            #expect(try await scene.due(at: 59).isEmpty)
            #expect(try await scene.store.nextDue() == scene.at(60))
            #expect(try await scene.due(at: 60) == [first])
            try await scene.store.markFailed(first, answer: "no", at: scene.at(61))
            #expect(try await scene.due(at: 61) == [second])
        },
        ContractCase("a reply in doubt holds up none, and goes behind what is partly sent once a person lets it go") {
            scene in
            let (first, second) = (try await scene.reply("1"), try await scene.reply("2"))
            #expect(try await scene.due() == [first])
            try await scene.store.markHandingOver(first, at: scene.at(20))
            try await scene.store.markUncertain(first, answer: "timed out", at: scene.at(20))
            #expect(try await scene.due() == [second])
            _ = try await scene.store.resolve(first, delivered: false, by: "ann", at: scene.at(21)).value()
            #expect(try await scene.due(at: 21).isEmpty)
            try await scene.store.markHandingOver(second, at: scene.at(22))
            try await scene.store.markPartSent(second, SentPart(number: 1), at: scene.at(22))
            try await scene.store.markRetry(second, answer: "429", notBefore: scene.at(30), at: scene.at(22))
            #expect(try await scene.due(at: 29).isEmpty)
            #expect(try await scene.due(at: 30) == [second])
            try await scene.store.markHandingOver(second, at: scene.at(30))
            try await scene.store.markSent(second, answer: "", at: scene.at(30))
            #expect(try await scene.due(at: 31) == [first])
        },
        ContractCase("one that is taken back in its undo window lets the next one go") { scene in
            let (first, second) = (try await scene.reply("1", due: 40), try await scene.reply("2"))
            #expect(try await scene.due().isEmpty)
            _ = try await scene.store.undo(first, by: "ann", at: scene.at(20)).value()
            #expect(try await scene.due() == [second])
        },
        ContractCase("other chats, other threads and other channels do not wait") { scene in
            let ids = [
                try await scene.reply("1"), try await scene.reply("2", in: ChatPlace(chat: "C2")),
                try await scene.reply("3", in: ChatPlace(chat: "C1", thread: "1.5")),
                try await scene.reply("4", in: ChatPlace(chat: "C1", thread: "1.6")),
                try await scene.reply("5", inbox: InboxName("other")),
            ]
            #expect(try await scene.due() == ids)
        },
        ContractCase("mail to one address goes out side by side") { scene in
            let (_, first) = try await scene.approvedReply(1, .from("a@x"))
            let (_, second) = try await scene.approvedReply(2, .from("b@x"))
            #expect(try await scene.due() == [first, second])
        },
    ]
}

extension Scene {
    fileprivate func due(at minutes: Double = 20) async throws -> [OutgoingMail.ID] {
        try await store.claimDue(limit: 9, at: at(minutes)).map(\.id)
    }

    /// An approved reply to somebody in a place of a chat; each to another person, since one has one draft at a time.
    fileprivate func reply(
        _ item: String,
        in place: ChatPlace = ChatPlace(chat: "C1"),
        inbox: InboxName = channel,
        due minutes: Double = 10
    ) async throws -> OutgoingMail.ID {
        let person = ChatAddress(channel: inbox, person: "U\(item)")
        let mail = TestMail.with {
            $0.inbox = inbox
            $0.person = person.person
        }
        let filed = try await file(takeChat(item, of: person.person, in: inbox), mail)
        return try await approvedChat(filed, item, with: person, in: place, due: minutes)
    }
}
