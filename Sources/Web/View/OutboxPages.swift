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
    /// What became of the mail beside a reply of the widget; nil where there was none.
    var copy: String?
    var isUncertain: Bool
    /// Some of its messages are known to have arrived: only the others would be sent again.
    var isPartly: Bool
    /// How many of its messages are known to have arrived, where that is a question.
    var parts: String?

    init(_ mail: OutgoingMail, draft: Draft?, clock: Clock) {
        id = mail.id
        conversation = mail.conversation
        subject = draft.map { Subject.shown($0.body.subject) } ?? "Automatic acknowledgement"
        let named = draft?.body.recipients.all ?? []
        to = mail.mail.forwardPaths.map { Person.recipient($0, named: named) }.joined(separator: ", ")
        by = mail.approvedBy ?? "wavelength"
        when = clock.moment(mail.createdAt)
        state = OutgoingWords.state(mail)
        answer = mail.lastAnswer
        copy = OutgoingWords.copy(mail)
        isUncertain = mail.state == .uncertain
        isPartly = mail.partsSent > 0
        parts = OutgoingWords.parts(mail)
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

/// Mail of which a person has to say what became of it, mail that was refused for good, and replies of the widget that did
/// not go by mail as well.
struct UnsettledPage: Page {
    static let template = "unsettled"

    var frame: Frame
    var uncertain: [OutgoingItem]
    var hasUncertain: Bool
    var failed: [OutgoingItem]
    var hasFailed: Bool
    var unmailed: [OutgoingItem]
    var hasUnmailed: Bool
    var isEmpty: Bool

    init(frame: Frame, uncertain: [OutgoingItem], failed: [OutgoingItem], unmailed: [OutgoingItem]) {
        self.frame = frame
        self.uncertain = uncertain
        hasUncertain = !uncertain.isEmpty
        self.failed = failed
        hasFailed = !failed.isEmpty
        self.unmailed = unmailed
        hasUnmailed = !unmailed.isEmpty
        isEmpty = uncertain.isEmpty && failed.isEmpty && unmailed.isEmpty
    }
}
