import Foundation
import Model
import Storage
import Testing

extension Scene {
    /// Takes chat messages of senders, each said at its minute, all of them in the fifth.
    func chats(_ messages: (sender: String, minute: Double)...) async throws -> [Message.ID] {
        var arrivals: [Arrival] = []
        for (number, message) in messages.enumerated() {
            arrivals.append(said("\(number)", by: message.sender, at: message.minute))
        }
        return try await store.take(arrivals, advancing: nil, at: at(5)).map(\.message)
    }

    func said(_ number: String, by sender: String, at minutes: Double) -> Arrival {
        var arrival = chat(number)
        arrival.sender = sender
        arrival.sourceDate = at(minutes)
        return arrival
    }

    /// Takes one more chat message, without reading it.
    @discardableResult
    func say(_ number: String, by sender: String = "a", at minutes: Double) async throws -> Message.ID {
        let arrival = said(number, by: sender, at: minutes)
        return try #require(try await store.take([arrival], advancing: nil, at: at(minutes)).first).message
    }

    /// Takes and files one.
    @discardableResult
    func hear(
        _ number: String,
        by sender: String = "a",
        at minutes: Double,
        _ mail: TestMail = TestMail()
    ) async throws -> Filed {
        try await file(say(number, by: sender, at: minutes), mail, at: minutes)
    }

    /// Releases the draft of a filing as a reply of three parts in the chat, due at once.
    func answerInChat(
        _ filed: Filed,
        at minutes: Double,
        _ commitments: Commitments = .none
    ) async throws -> OutgoingMail.ID {
        let draft = try #require(filed.draft)
        var reply = reply("chat-\(draft)@us", at: minutes)
        reply.inbox = Self.channel
        reply.mail.form = .chat
        reply.mail.raw = [UInt8](#"{"parts":["One.","Two.","Three."]}"#.utf8)
        let approval = try await approval(of: draft, at: minutes)
        return try await store.approve(approval, mail: reply, commitments: commitments).value()
    }

    /// Tries what is due, so that these parts of it arrive and then this becomes of it.
    func tryChat(
        _ mail: OutgoingMail.ID,
        parts: Int = 0,
        at minutes: Double,
        _ end: (any Store, OutgoingMail.ID) async throws -> Void
    ) async throws {
        try #require(try await store.claimDue(limit: 9, at: at(minutes)).contains { $0.id == mail })
        try await store.markHandingOver(mail, at: at(minutes))
        for part in 0..<parts { try await store.markPartSent(mail, SentPart(number: part + 1), at: at(minutes)) }
        try await end(store, mail)
    }

    /// The same, to be tried again a minute later.
    func putOff(_ mail: OutgoingMail.ID, parts: Int = 0, at minutes: Double) async throws {
        try await tryChat(mail, parts: parts, at: minutes) { store, mail in
            try await store.markRetry(mail, answer: "429", notBefore: at(minutes + 1), at: at(minutes))
        }
    }

    func state(_ mail: OutgoingMail.ID) async throws -> OutgoingMail.State? {
        try await store.outgoingMail(mail)?.state
    }
}
