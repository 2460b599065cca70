import Chat
import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("A conversation by chat")
struct ChatConversationTests {
    @Test("messages within the pause are one thought: the last one's draft answers them all")
    func burst() async throws {
        let scene = try ChatScene()
        try await scene.receive(ChatScene.message("1", "hi"))
        scene.help.clock.advance(20)
        try await scene.receive(ChatScene.message("2", "where is my order"))
        scene.help.clock.advance(20)
        let last = try await scene.receive(ChatScene.message("3", "it is number 10482"))
        #expect(last.reading?.newText == "hi\nwhere is my order\nit is number 10482")
        #expect(last.reading?.matters == ["order.where"])
        #expect(last.content?.text == "it is number 10482")
        let record = try await scene.help.record(of: last)
        #expect(record.messages.count == 3)
        #expect(record.drafts.map(\.state) == [.superseded, .superseded, .pending])
        #expect(record.drafts.last?.body.form == .chat)
    }

    @Test("messages that are read at one time are one thought too")
    func burstInOneGroup() async throws {
        let scene = try ChatScene()
        try await scene.take(ChatScene.message("1", "hi"))
        let last = try await scene.take(ChatScene.message("2", "where is my order"))
        await scene.read()
        #expect(try await scene.help.store.message(last)?.reading?.newText == "hi\nwhere is my order")
    }

    @Test(
        "a thought ends",
        arguments: [
            (61.0, "U1", "C1", "with the pause"), (5.0, "U2", "C1", "where somebody else writes"),
            (5.0, "U1", "C2", "where they write somewhere else"),
        ]
    )
    func endOfThought(seconds: TimeInterval, person: String, chat: String, _: String) async throws {
        let scene = try ChatScene()
        try await scene.receive(ChatScene.message("1", "hi"))
        scene.help.clock.advance(seconds)
        let place = ChatPlace(chat: chat)
        let message = ChatScene.message("2", "where is my order", from: person, in: place)
        #expect(try await scene.receive(message).reading?.newText == "where is my order")
    }

    @Test("what comes late stands where it was said")
    func order() async throws {
        let scene = try ChatScene()
        let now = scene.help.clock.now
        try await scene.receive(ChatScene.message("2", "where is my order", sentAt: now))
        let late = ChatScene.message("1", "hi", sentAt: now.addingTimeInterval(-10))
        #expect(try await scene.receive(late).reading?.newText == "hi\nwhere is my order")
    }

    @Test("what comes later than the pause answers with what was said after it, whose draft it takes the place of")
    func late() async throws {
        let scene = try ChatScene()
        let now = scene.help.clock.now
        try await scene.receive(ChatScene.message("2", "where is my order", sentAt: now))
        let late = ChatScene.message("1", "hello there", sentAt: now.addingTimeInterval(-600))
        let message = try await scene.receive(late)
        #expect(message.reading?.newText == "hello there\nwhere is my order")
        #expect(try await scene.help.record(of: message).drafts.map(\.state) == [.superseded, .pending])
    }

    @Test("of a message that was edited only the last edit is read, where the message was said")
    func edits() async throws {
        let scene = try ChatScene()
        func edit(_ number: Int, _ text: String) -> ChatMessage {
            var message = ChatScene.message("C1/17.5/\(number)", text)
            message.remarks = ["an edited message, in the place of an earlier one"]
            return message
        }
        try await scene.receive(ChatScene.message("C1/17.5", "where is my oder"))
        scene.help.clock.advance(5)
        try await scene.receive(ChatScene.message("C1/18.5", "it is number 10482"))
        scene.help.clock.advance(5)
        try await scene.receive(edit(19, "where is my ordre"))
        scene.help.clock.advance(5)
        let last = try await scene.receive(edit(20, "where is my order"))
        #expect(last.reading?.newText == "where is my order\nit is number 10482")
    }

    @Test("after a day of silence a new conversation begins; before, the old one goes on")
    func window() async throws {
        let scene = try ChatScene()
        let first = try await scene.receive(ChatScene.message("1", "hello there"))
        scene.help.clock.advance(80_000)
        let second = try await scene.receive(ChatScene.message("2", "anybody?"))
        #expect(second.conversation == first.conversation)
        scene.help.clock.advance(87_000)
        let third = try await scene.receive(ChatScene.message("3", "something new"))
        #expect(third.conversation != first.conversation)
    }

    @Test("a thread belongs to the message that it began with, whoever writes in it")
    func thread() async throws {
        let scene = try ChatScene()
        let root = try await scene.receive(ChatScene.message("C1/17.5", "where is my order"))
        let place = ChatPlace(chat: "C1", thread: "17.5")
        let reply = try await scene.receive(ChatScene.message("C1/18.0", "any news?", from: "U2", in: place))
        #expect(reply.conversation == root.conversation)
    }

    @Test("two people who write into a channel have two conversations, and each thread leads to its own")
    func threads() async throws {
        let scene = try ChatScene()
        try await scene.addAnna()
        let first = try await scene.receive(.inChannel("1.1", "where is my order", from: "U1"))
        let second = try await scene.receive(.inChannel("1.2", "where is my order", from: "U2"))
        #expect(first.conversation != second.conversation)
        let mail = try await scene.outgoing(try await scene.approve(first))
        #expect(try ChatReply(bytes: mail.mail.raw).place == ChatPlace(chat: "C1", thread: "1.1"))
        #expect(mail.mail.chat == ReplyEnvelope(place: ChatPlace(chat: "C1", thread: "1.1"), parts: 1))
        for (person, thread, conversation) in [
            ("U1", "1.2", second.conversation), ("U2", "1.1", first.conversation), ("U3", "1.1", first.conversation),
        ] {
            scene.help.clock.advance(3_600)
            let id = "1.\(person)"
            let answer = try await scene.receive(.inChannel(id, "any news?", from: person, thread: thread))
            #expect(answer.conversation == conversation)
        }
    }

    @Test("what one person writes into a channel in one go is one thought, answered below the last of it")
    func burstInChannel() async throws {
        let scene = try ChatScene()
        try await scene.addAnna()
        let first = try await scene.receive(.inChannel("1.1", "hi", from: "U1"))
        scene.help.clock.advance(10)
        let last = try await scene.receive(.inChannel("1.2", "where is my order", from: "U1"))
        #expect(last.conversation == first.conversation)
        #expect(last.reading?.newText == "hi\nwhere is my order")
        let mail = try await scene.outgoing(try await scene.approve(last))
        #expect(try ChatReply(bytes: mail.mail.raw).place.thread == "1.2")
        scene.help.clock.advance(10)
        let elsewhere = try await scene.receive(.inChannel("1.3", "so?", from: "U1", thread: "0.5"))
        #expect(elsewhere.reading?.newText == "so?")
    }

    @Test("a reply goes back to where the message stands, as plain text without a quote")
    func reply() async throws {
        let scene = try ChatScene()
        try await scene.addAnna()
        let place = ChatPlace(chat: "C1", thread: "17.5")
        let message = try await scene.receive(ChatScene.message("C1/18.0", "where is my order", in: place))
        let mail = try await scene.outgoing(try await scene.approve(message))
        #expect(mail.mail.form == .chat)
        #expect(mail.mail.forwardPaths == ["chat:chat/U1"])
        let reply = try ChatReply(bytes: mail.mail.raw)
        #expect(reply.place == place)
        #expect(reply.answers == "C1/18.0")
        #expect(reply.closesAt == nil)
        let text = try #require(reply.parts.first)
        #expect(text.contains("It is with you on Thursday."))
        #expect(!text.contains("where is my order"))
    }

    @Test("a new message stops a reply that has not left, and is drafted for with what that reply had answered")
    func stopsApproval() async throws {
        let scene = try ChatScene()
        try await scene.addAnna()
        let first = try await scene.receive(ChatScene.message("1", "where is my order"))
        let mail = try await scene.outgoing(try await scene.approve(first))
        #expect(try await scene.help.store.message(first.id)?.state == .answered)
        scene.help.clock.advance(10)
        let second = try await scene.receive(ChatScene.message("2", "number 10482"))
        #expect(try await scene.help.store.outgoingMail(mail.id)?.state == .cancelled)
        #expect(try await scene.help.store.message(first.id)?.state == .open)
        #expect(second.reading?.newText == "where is my order\nnumber 10482")
        let record = try await scene.help.record(of: second)
        #expect(record.drafts.filter { $0.state == .pending }.map(\.message) == [second.id])
        #expect(record.history.contains { $0.event == .undone })
    }

    @Test("a reply that could not be sent yet is stopped too, and drafted for with what it had answered")
    func stopsBetweenTries() async throws {
        let scene = try ChatScene(undo: 0)
        try await scene.addAnna()
        let first = try await scene.receive(ChatScene.message("1", "where is my order"))
        let mail = try await scene.outgoing(try await scene.approve(first))
        let deliverer = scene.help.deliverer { _, _, _ in .deferred(answer: "503", retryAfter: 600) }
        #expect(await deliverer.deliverDue() == 1)
        scene.help.clock.advance(10)
        let second = try await scene.receive(ChatScene.message("2", "number 10482"))
        #expect(try await scene.help.store.outgoingMail(mail.id)?.state == .cancelled)
        #expect(second.reading?.newText == "where is my order\nnumber 10482")
        scene.help.clock.advance(3_600)
        #expect(await deliverer.deliverDue() == 0)
    }

    @Test("a reply does not leave while a message waits to be read, which then stops it")
    func waitsForReading() async throws {
        let scene = try ChatScene()
        try await scene.addAnna()
        let first = try await scene.receive(ChatScene.message("1", "where is my order"))
        let mail = try await scene.outgoing(try await scene.approve(first))
        scene.help.clock.advance(10)
        try await scene.take(ChatScene.message("2", "forget it, it is here"))
        scene.help.clock.advance(10)
        let deliverer = scene.help.deliverer { _, _, _ in .accepted(answer: "ok") }
        #expect(await deliverer.deliverDue() == 0)
        await scene.read()
        #expect(try await scene.help.store.outgoingMail(mail.id)?.state == .cancelled)
    }

    @Test("a message that is read while the reply is leaving stops it before its first byte")
    func stopsAtTheDoor() async throws {
        let scene = try ChatScene(undo: 0)
        try await scene.addAnna()
        let first = try await scene.receive(ChatScene.message("1", "where is my order"))
        let mail = try await scene.outgoing(try await scene.approve(first))
        let deliverer = scene.help.deliverer { _, willHandOver, _ in
            do {
                try await scene.receive(ChatScene.message("2", "number 10482"))
                try await willHandOver()
                return .accepted(answer: "ok")
            } catch {
                return .deferred(answer: "\(error)")
            }
        }
        #expect(await deliverer.deliverDue() == 1)
        #expect(try await scene.help.store.outgoingMail(mail.id)?.state == .cancelled)
        let record = try await scene.help.record(of: first)
        #expect(record.messages.map(\.state) == [.open, .open])
        let draft = try #require(record.drafts.last)
        #expect((draft.state, draft.message) == (.pending, record.messages.last?.id))
        #expect(draft.note?.contains("wrote again") == true)
    }

    @Test("a reply that the provider may have is not stopped")
    func tooLate() async throws {
        let scene = try ChatScene(undo: 0)
        try await scene.addAnna()
        let first = try await scene.receive(ChatScene.message("1", "where is my order"))
        let mail = try await scene.outgoing(try await scene.approve(first))
        let deliverer = scene.help.deliverer { _, willHandOver, _ in
            try? await willHandOver()
            _ = try? await scene.receive(ChatScene.message("2", "number 10482"))
            return .accepted(answer: "ok")
        }
        #expect(await deliverer.deliverDue() == 1)
        #expect(try await scene.help.store.outgoingMail(mail.id)?.state == .sent)
        let second = try #require(try await scene.help.record(of: first).messages.last)
        #expect(second.reading?.newText == "number 10482")
    }

    @Test("where the window of the provider has closed, the reply is refused with what can be done instead")
    func closedWindow() async throws {
        let channel = MetaChannel(account: "1", verifyToken: .environment("V"))
        let scene = try ChatScene(.whatsapp(channel))
        try await scene.addAnna()
        let written = scene.help.clock.now
        let message = try await scene.receive(ChatScene.message("wamid.1", "where is my order", sentAt: written))
        scene.help.clock.advance(86_000)
        let open = try await scene.outgoing(try await scene.approve(message))
        #expect(try ChatReply(bytes: open.mail.raw).closesAt == written.addingTimeInterval(86_400))
        _ = try await scene.help.desk().undo(open.id, by: "anna")
        scene.help.clock.advance(390)
        guard case .refused(let why) = try await scene.approve(message) else {
            Issue.record("approved")
            return
        }
        #expect(why.map(\.sentence).joined().hasPrefix("WhatsApp takes a free reply for 24 hours"))
    }

    @Test("an acknowledgement is never sent to a chat, though the inbox wants one")
    func noAutomaticAnswer() async throws {
        let scene = try ChatScene(acknowledgement: Acknowledgement(text: "We have your message."))
        let received = try await scene.receive(ChatScene.message("1", "where is my order"))
        #expect(received.reading?.automatic.verdict == .human)
        #expect(try await !scene.help.details(of: .withheld, received).isEmpty)
        #expect(try await scene.help.store.outgoing(in: .waiting, limit: 1).isEmpty)
    }

    @Test("a program's message is known as one")
    func program() async throws {
        let scene = try ChatScene()
        var message = ChatScene.message("1", "where is my order")
        message.person.isProgram = true
        let received = try await scene.receive(message)
        #expect(received.reading?.automatic.verdict != .human)
        #expect(received.reading?.automatic.mayAutoReply == false)
    }
}

extension ChatMessage {
    /// Said in a channel of Slack, where the answer goes into a thread.
    fileprivate static func inChannel(
        _ time: String,
        _ text: String,
        from person: String,
        thread: String? = nil
    ) -> ChatMessage {
        let place = ChatPlace(chat: "C1", thread: thread ?? time)
        var message = ChatScene.message("C1/\(time)", text, from: person, in: place)
        message.answers = thread.map { "C1/\($0)" }
        return message
    }
}
