import Chat
import Foundation
import Model
import Pipeline
import Storage
import Testing

/// A help desk that is reached by a chat, on a clock that stands still.
struct ChatScene: Sendable {
    let help: HelpDesk

    init(
        _ provider: ChannelProvider = .slack(SlackChannel()),
        undo: TimeInterval = 15,
        acknowledgement: Acknowledgement? = nil
    ) throws {
        var inbox = Inbox(
            name: InboxName("chat"),
            addresses: [],
            senderName: "Example Shop",
            undoWindow: undo,
            acknowledgement: acknowledgement
        )
        inbox.form = .chat
        inbox.channel = ChannelSettings(provider: provider, pause: 60)
        help = try HelpDesk(inbox: inbox)
    }

    func addAnna() async throws {
        _ = try await help.store.addUser(
            name: "anna",
            displayName: "Anna",
            role: .agent,
            passwordHash: "",
            at: help.clock.now
        )
    }

    static func message(
        _ id: String,
        _ text: String,
        from person: String = "U1",
        in place: ChatPlace = ChatPlace(chat: "C1"),
        sentAt: Date? = nil
    ) -> ChatMessage {
        ChatMessage(
            id: id,
            place: place,
            person: ChatPerson(id: person, name: "Ada"),
            sentAt: sentAt,
            text: text
        )
    }

    /// Takes a message as the unpacking of a delivery does, now by the clock, without reading it.
    @discardableResult
    func take(_ message: ChatMessage) async throws -> Message.ID {
        var arrival = Arrival(
            origin: Origin(inbox: help.inbox.name, item: message.id),
            raw: message.bytes,
            form: .chat,
            circumstance: .live,
            sourceDate: message.sentAt ?? help.clock.now
        )
        arrival.sender = message.person.id
        return try await #require(help.store.take([arrival], advancing: nil, at: help.clock.now).first).message
    }

    func read() async {
        _ = await help.reader().readWaiting()
    }

    /// Takes and reads one; gives the message as the store has it then.
    @discardableResult
    func receive(_ message: ChatMessage) async throws -> Message {
        let id = try await take(message)
        await read()
        return try await #require(help.store.message(id))
    }

    func approve(_ message: Message) async throws -> Decision<OutgoingMail.ID> {
        let draft = try await help.readyDraft(for: message)
        return try await help.desk().approve(
            draft.id,
            version: draft.version,
            recipients: draft.body.recipients,
            threadHead: draft.threadHead,
            by: "anna"
        )
    }

    func outgoing(_ decision: Decision<OutgoingMail.ID>) async throws -> OutgoingMail {
        guard case .done(let id) = decision else {
            Issue.record("\(decision)")
            throw NotApproved()
        }
        return try await #require(help.store.outgoingMail(id))
    }

    struct NotApproved: Error {}
}
