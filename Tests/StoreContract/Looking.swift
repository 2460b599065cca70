import Model
import Storage
import Testing

extension ContractCase {
    static let looking: [ContractCase] = [
        ContractCase("what is not there is nil") { scene in
            let message = try await scene.store.message(Message.ID(rawValue: 9))
            #expect(message == nil)
            #expect(try await scene.store.conversation(Conversation.ID(rawValue: 9)) == nil)
            #expect(try await scene.store.threadHead(of: Conversation.ID(rawValue: 9)) == nil)
            #expect(try await scene.store.draft(Draft.ID(rawValue: 9)) == nil)
            #expect(try await scene.store.history(of: Message.ID(rawValue: 9)).isEmpty)
        },
        ContractCase("a conversation shows messages, mail, drafts and history, oldest first") { scene in
            let first = try await scene.receive(1)
            let mail = try await scene.approve(try #require(first.draft)).value()
            let second = try await scene.receive(2, at: 11)
            let record = try #require(try await scene.store.conversation(first.conversation))
            #expect(record.messages.map(\.id) == [first.message, second.message])
            #expect(record.outgoing.map(\.id) == [mail])
            #expect(record.outgoing.map(\.mail.raw) == [[]])
            #expect(record.drafts.map(\.id) == [first.draft, second.draft])
            #expect(record.drafts.map(\.state) == [.approved, .pending])
            let events: [HistoryEntry.Event] = [.taken, .read, .drafted, .approved, .closed, .taken, .read, .drafted]
            #expect(record.history.map(\.event) == events)
            #expect(record.conversation.head == ThreadHead(lastMessage: second.message, lastOutgoing: mail))
        },
        ContractCase("a note is a row of history as it was given") { scene in
            let filed = try await scene.receive(1)
            try await scene.store.note(
                .withheld,
                message: filed.message,
                conversation: filed.conversation,
                detail: "N19",
                by: "wavelength",
                at: scene.at(5)
            )
            let entry = try #require(try await scene.store.history(of: filed.message).last)
            #expect(entry.event == .withheld)
            #expect(entry.detail == "N19")
            #expect(entry.actor == "wavelength")
            #expect(entry.at == scene.at(5))
            #expect(entry.conversation == filed.conversation)
        },
        ContractCase("the change counter stays while nobody else writes") { scene in
            let before = try await scene.store.changeCounter()
            try await scene.receive(1)
            #expect(try await scene.store.changeCounter() == before)
        },
    ]
}
