import Chat
import Foundation
import Model
import Storage
import Testing

/// A message of a chat and the draft that answers it.
struct Said: Sendable {
    var text: String
    var inbox = Scene.chat
    var number = 1
    var person = "4917012345"
    var name: String? = "Mara Osei"
    /// Seconds before the clock of the scene.
    var ago: TimeInterval = 0
    var vouched: String?
    /// The message with those read together with it.
    var read: String?
    var draft = "It is on its way."
    var attachments: [ChatAttachment] = []
}

extension Scene {
    /// WhatsApp, which takes replies for 24 hours.
    static let chat: Inbox = {
        var inbox = Inbox(name: InboxName("shop"), addresses: [])
        let token = SecretReference.environment("TOKEN")
        inbox.channel = ChannelSettings(provider: .whatsapp(MetaChannel(account: "1", verifyToken: token)))
        return inbox
    }()

    /// The widget of the shop's site.
    static let site: Inbox = {
        var inbox = Inbox(name: InboxName("site"), addresses: [])
        inbox.channel = ChannelSettings(provider: .widget(WidgetChannel(origins: [], title: "")))
        return inbox
    }()

    /// Takes a chat message and reads it, as the program's services do.
    @discardableResult
    func hear(_ said: Said) async throws -> Filed {
        let at = clock.now.addingTimeInterval(-said.ago)
        let message = ChatMessage(
            id: "m\(said.number)",
            place: ChatPlace(chat: said.person),
            person: ChatPerson(id: said.person, name: said.name, verifiedAddress: said.vouched),
            sentAt: at,
            text: said.text,
            attachments: said.attachments
        )
        var arrival = Arrival(
            origin: Origin(inbox: said.inbox.name, item: message.id),
            raw: message.bytes,
            form: .chat,
            circumstance: .live,
            sourceDate: at
        )
        arrival.sender = said.person
        _ = try await store.take([arrival], advancing: nil, at: clock.now)
        let unread = try await #require(store.claimUnread(limit: 1, attempts: 3, at: clock.now).first)
        return try await #require(store.file([filing(said, message, unread.id)], sameSubjectWindow: 0).first)
    }

    private func filing(_ said: Said, _ message: ChatMessage, _ id: Message.ID) -> Filing {
        let from = ChatAddress(channel: said.inbox.name, person: said.person).mailAddress(name: said.name)
        var content = MessageContent(
            messageID: "chat:\(said.inbox.name)/\(message.id)",
            subject: said.text,
            from: from,
            date: message.sentAt,
            text: said.text,
            attachments: said.attachments.map { Attachment(name: $0.name, type: $0.type, size: $0.size ?? 0) }
        )
        content.chat = ChatOrigin(id: message.id, place: message.place, verifiedAddress: said.vouched)
        var keys = ThreadKeys(verified: nil, identifiers: [], person: from.key, subject: "chat \(said.person)")
        keys.window = 86_400
        var body = DraftBody(subject: said.text, text: said.draft, recipients: Recipients(to: [from]))
        body.promise = DraftPromise.none
        let intent = ScoredIntent(
            intent: "order.where",
            score: 2,
            confidence: 0.8,
            evidence: [Evidence(keyword: "where", weight: 2, start: 0, end: 5)]
        )
        return Filing(
            message: id,
            content: content,
            reading: Reading(
                newText: said.read ?? said.text,
                language: "en",
                intents: [intent],
                abstained: false,
                automatic: AutomaticVerdict(verdict: .human, mayAutoReply: true)
            ),
            identity: "",
            thread: keys,
            customer: from,
            draft: body,
            at: clock.now
        )
    }

    /// A message for each paragraph.
    static func chatReply(_ draft: Draft) -> ComposedMail {
        let parts = draft.body.text.components(separatedBy: "\n\n")
        return ComposedMail(
            form: .chat,
            messageID: "draft-\(draft.id)@chat.invalid",
            reversePath: "",
            forwardPaths: draft.body.recipients.all.map(\.address),
            raw: ChatReply(place: ChatPlace(chat: "4917012345"), parts: parts).bytes
        )
    }
}
