import Model

/// A mail of ours in a list.
struct OutgoingItem: Sendable {
    var id: OutgoingMail.ID
    var conversation: Conversation.ID
    var subject: String
    var to: String
    var by: String
    var when: Moment
    var state: String
    var answer: String?
    var isUncertain: Bool

    init(_ mail: OutgoingMail, draft: Draft?, clock: Clock) {
        id = mail.id
        conversation = mail.conversation
        subject = draft.map { Subject.shown($0.body.subject) } ?? "Automatic acknowledgement"
        to = mail.mail.forwardPaths.joined(separator: ", ")
        by = mail.approvedBy ?? "wavelength"
        when = clock.moment(mail.createdAt)
        state = OutgoingWords.state(mail)
        answer = mail.lastAnswer
        isUncertain = mail.state == .uncertain
    }
}

/// What was sent, and what is on its way.
struct SentPage: Page {
    static let template = "sent"

    var frame: Frame
    var leaving: [OutgoingItem]
    var hasLeaving: Bool
    var sent: [OutgoingItem]
    var isEmpty: Bool

    init(frame: Frame, leaving: [OutgoingItem], sent: [OutgoingItem]) {
        self.frame = frame
        self.leaving = leaving
        hasLeaving = !leaving.isEmpty
        self.sent = sent
        isEmpty = leaving.isEmpty && sent.isEmpty
    }
}

/// Mail of which a person has to say what became of it, and mail that was refused for good.
struct UnsettledPage: Page {
    static let template = "unsettled"

    var frame: Frame
    var uncertain: [OutgoingItem]
    var hasUncertain: Bool
    var failed: [OutgoingItem]
    var hasFailed: Bool
    var isEmpty: Bool

    init(frame: Frame, uncertain: [OutgoingItem], failed: [OutgoingItem]) {
        self.frame = frame
        self.uncertain = uncertain
        hasUncertain = !uncertain.isEmpty
        self.failed = failed
        hasFailed = !failed.isEmpty
        isEmpty = uncertain.isEmpty && failed.isEmpty
    }
}

/// Messages that were put aside, each with its reason.
struct ParkedPage: Page {
    static let template = "parked"

    struct Item: Sendable {
        var id: Message.ID
        var who: String
        var subject: String
        var reason: String
        var inbox: String
        var size: String
        var when: Moment

        init(_ message: Message, clock: Clock) {
            id = message.id
            who = Person.name(message.content?.from)
            subject = Subject.shown(message.content?.subject ?? "")
            reason = ""
            if case .parked(let parked) = message.state { reason = parked.detail }
            inbox = message.inbox.rawValue
            size = ByteCount.text(message.size)
            when = clock.moment(message.takenAt)
        }
    }

    var frame: Frame
    var items: [Item]
    var isEmpty: Bool

    init(frame: Frame, messages: [Message], clock: Clock) {
        self.frame = frame
        items = messages.map { Item($0, clock: clock) }
        isEmpty = items.isEmpty
    }
}
