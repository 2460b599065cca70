import Foundation
import Model

/// A line of the queue in the API.
struct APIQueueEntry: Codable, Hashable, Sendable {
    var conversation: Int64
    var message: Int64
    var inbox: String
    /// Left out for mail.
    var channel: APIChannel?
    var subject: String
    var from: APIAddress?
    var takenAt: Date
    var reason: String
    var threadHead: String
    var draft: APIDraft?

    /// - Parameter configured: nil where the inbox is no longer.
    init(_ entry: QueueEntry, inbox configured: Inbox?, now: Date) {
        channel = APIChannel(configured)
        conversation = entry.conversation.id.rawValue
        message = entry.message.id.rawValue
        inbox = entry.conversation.inbox.rawValue
        subject = entry.message.content?.subject ?? entry.conversation.subject
        from = entry.message.content?.from.map(APIAddress.init)
        takenAt = entry.message.takenAt
        reason = QueueReason(entry, now: now).text
        threadHead = entry.conversation.head.description
        draft = entry.draft.map { APIDraft($0, head: entry.conversation.head) }
    }
}

/// Part of a list, with how long the whole is.
struct APIList<Item: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    var items: [Item]
    var total: Int
}

/// A message in the API.
struct APIMessage: Codable, Hashable, Sendable {
    var id: Int64
    /// `mail`, `chat`, or `delivery` for what nobody could take apart.
    var form: String
    /// Where it stands in a chat; left out for mail.
    var chat: APIChatPlace?
    var state: String
    var from: APIAddress?
    var subject: String
    var takenAt: Date
    var text: String
    var attachments: [Attachment]
    var reading: Reading?
    /// What counts: what a person said it is about, else what was clear.
    var matters: [String]
    /// Who said so; null where nobody has.
    var correctedBy: String?

    init(_ message: Message) {
        id = message.id.rawValue
        form = message.form.rawValue
        chat = message.content?.chat.map(APIChatPlace.init)
        state = Self.name(message.state)
        from = message.content?.from.map(APIAddress.init)
        subject = message.content?.subject ?? ""
        takenAt = message.takenAt
        text = message.content?.text ?? ""
        attachments = message.content?.attachments ?? []
        reading = message.reading
        matters = message.matters
        correctedBy = message.correction?.by
    }

    private static func name(_ state: Message.State) -> String {
        switch state {
        case .stored: "stored"
        case .open: "open"
        case .answered: "answered"
        case .parked: "parked"
        }
    }
}

/// A mail of ours in the API.
struct APIOutgoing: Codable, Hashable, Sendable {
    var id: Int64
    var kind: String
    /// `mail` or `chat`.
    var form: String
    /// How many messages a reply in a chat goes out in; left out for mail, and in lists.
    var parts: Int?
    /// How many of them are known to have arrived.
    var partsSent: Int?
    /// What became of the mail beside a reply of the widget; left out where there was none.
    var copy: MailedCopy?
    var state: String
    var conversation: Int64
    var draft: Int64?
    var answers: Int64
    var messageID: String
    var recipients: [String]
    /// Not sent before this time: the end of the undo window, or the next try.
    var notBefore: Date
    var attempts: Int
    var lastAnswer: String?
    var createdAt: Date
    var approvedBy: String?

    init(_ mail: OutgoingMail) {
        id = mail.id.rawValue
        kind = mail.kind.rawValue
        form = mail.mail.form.rawValue
        parts = mail.parts
        partsSent = mail.mail.form == .chat ? mail.partsSent : nil
        copy = mail.copy
        state = mail.state.rawValue
        conversation = mail.conversation.rawValue
        draft = mail.draft?.rawValue
        answers = mail.answers.rawValue
        messageID = mail.mail.messageID
        recipients = mail.mail.forwardPaths
        notBefore = mail.notBefore
        attempts = mail.attempts
        lastAnswer = mail.lastAnswer
        createdAt = mail.createdAt
        approvedBy = mail.approvedBy
    }
}

/// A conversation with everything in it, in the API.
struct APIConversation: Codable, Hashable, Sendable {
    struct Event: Codable, Hashable, Sendable {
        var at: Date
        var event: String
        var actor: String
        var message: Int64?
        var delivery: Int64?
        var detail: String
    }

    var id: Int64
    var inbox: String
    /// Left out for mail.
    var channel: APIChannel?
    var subject: String
    var customer: APIAddress?
    /// The customer over all of their addresses; left out where nobody knows who that is.
    var known: APICustomer?
    var threadHead: String
    var messages: [APIMessage]
    var outgoing: [APIOutgoing]
    var drafts: [APIDraft]
    /// Oldest first.
    var promises: [APIPromise]
    var history: [Event]

    init(_ record: ConversationRecord, promises: [Promise]) {
        let conversation = record.conversation
        id = conversation.id.rawValue
        inbox = conversation.inbox.rawValue
        subject = conversation.subject
        customer = conversation.customer.map(APIAddress.init)
        threadHead = conversation.head.description
        messages = record.messages.map(APIMessage.init)
        outgoing = record.outgoing.map(APIOutgoing.init)
        drafts = record.drafts.map { APIDraft($0, head: conversation.head) }
        self.promises = promises.map(APIPromise.init)
        history = record.history.map {
            Event(
                at: $0.at,
                event: $0.event.rawValue,
                actor: $0.actor,
                message: $0.message?.rawValue,
                delivery: $0.delivery?.rawValue,
                detail: $0.detail
            )
        }
    }
}

/// The sums of the law of custody in the API.
struct APICustody: Codable, Hashable, Sendable {
    var taken: Int
    var open: Int
    var answered: Int
    var parked: Int
    var duplicated: Int
    var oldestUnowned: Date?
    /// Deliveries of channels that were not taken apart yet.
    var waitingDeliveries: Int
    var oldestDelivery: Date?

    init(_ custody: Custody) {
        taken = custody.taken
        open = custody.open
        answered = custody.answered
        parked = custody.parked
        duplicated = custody.duplicated
        oldestUnowned = custody.oldestUnowned
        waitingDeliveries = custody.waitingDeliveries
        oldestDelivery = custody.oldestDelivery
    }
}
