package import Foundation

/// A mail of ours in the outbox: composed, durable, and with one state that says who may have it.
package struct OutgoingMail: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<OutgoingMail>

    package enum Kind: String, Hashable, Sendable, Codable {
        /// A person released it.
        case reply
        /// The one automatic mail: an acknowledgement.
        case acknowledgement
    }

    package var id: ID
    package var kind: Kind
    package var state: State
    package var inbox: InboxName
    package var conversation: Conversation.ID
    package var draft: Draft.ID?
    /// The message it answers.
    package var answers: Message.ID
    package var mail: ComposedMail
    /// Not to be sent before this time: the end of the undo window, or the next try.
    package var notBefore: Date
    package var attempts: Int
    /// The server's last answer, or what went wrong, in one line.
    package var lastAnswer: String?
    package var createdAt: Date
    package var approvedBy: String?
    /// How many parts of a chat's reply are known to have arrived: delivery goes on behind them. 0 for mail.
    package var partsSent: Int
    /// What became of the mail beside a reply that the widget shows; nil where none was to be sent.
    package var copy: MailedCopy?

    package init(
        id: ID,
        kind: Kind,
        state: State,
        inbox: InboxName,
        conversation: Conversation.ID,
        draft: Draft.ID?,
        answers: Message.ID,
        mail: ComposedMail,
        notBefore: Date,
        attempts: Int,
        lastAnswer: String?,
        createdAt: Date,
        approvedBy: String?,
        partsSent: Int = 0,
        copy: MailedCopy? = nil
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.inbox = inbox
        self.conversation = conversation
        self.draft = draft
        self.answers = answers
        self.mail = mail
        self.notBefore = notBefore
        self.attempts = attempts
        self.lastAnswer = lastAnswer
        self.createdAt = createdAt
        self.approvedBy = approvedBy
        self.partsSent = partsSent
        self.copy = copy
    }
}

extension OutgoingMail {
    /// Who may have the mail. Every change is one durable transition of `canBecome`.
    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// In the undo window or between two tries: nobody has it, or only the parts of a chat's reply that are known to
        /// have arrived.
        case waiting
        /// A delivery is under way, and the final dot has certainly not been sent: nobody has it.
        case sending
        /// The final dot may be on its way: the server may have it.
        case handingOver
        /// The server took it.
        case sent
        /// Refused for good, given up, or not delivered by a chat's provider that had taken it: nobody has it but for the parts
        /// of a chat's reply that are known to have arrived, and a person was told.
        case failed
        /// The connection ended after the final dot without an answer. Never sent again by the program.
        case uncertain
        /// Taken back before anybody had it.
        case cancelled

        /// The legal transitions.
        package func canBecome(_ next: State) -> Bool {
            switch (self, next) {
            case (.waiting, .sending), (.waiting, .cancelled), (.waiting, .failed): true
            case (.sending, .handingOver), (.sending, .waiting), (.sending, .failed): true
            case (.handingOver, .sent), (.handingOver, .waiting), (.handingOver, .failed): true
            case (.handingOver, .uncertain): true
            case (.uncertain, .sent), (.uncertain, .waiting), (.uncertain, .failed): true
            // A chat's provider says later what became of what it took.
            case (.sent, .failed): true
            default: false
            }
        }

        /// What a state becomes when the program starts again after it stopped in the middle.
        package var afterRestart: State {
            switch self {
            case .sending: .waiting
            case .handingOver: .uncertain
            default: self
            }
        }
    }
}

/// The bytes of a mail with its envelope (RFC 5321 §2.3.1), or of a reply in a chat.
package struct ComposedMail: Hashable, Sendable {
    package var form: MessageForm
    /// Without angle brackets.
    package var messageID: String
    /// MAIL FROM; empty for the null reverse-path.
    package var reversePath: String
    /// RCPT TO.
    package var forwardPaths: [String]
    /// nil for mail.
    package var chat: ReplyEnvelope?
    package var raw: [UInt8]

    package init(
        form: MessageForm = .mail,
        messageID: String,
        reversePath: String,
        forwardPaths: [String],
        chat: ReplyEnvelope? = nil,
        raw: [UInt8]
    ) {
        self.form = form
        self.messageID = messageID
        self.reversePath = reversePath
        self.forwardPaths = forwardPaths
        self.chat = chat
        self.raw = raw
    }
}

/// A mail on its way into the outbox.
package struct NewOutgoingMail: Hashable, Sendable {
    package var kind: OutgoingMail.Kind
    package var inbox: InboxName
    package var mail: ComposedMail
    package var notBefore: Date

    package init(kind: OutgoingMail.Kind, inbox: InboxName, mail: ComposedMail, notBefore: Date) {
        self.kind = kind
        self.inbox = inbox
        self.mail = mail
        self.notBefore = notBefore
    }
}
