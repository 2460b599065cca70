import Chat
import Model

/// What the states of a mail mean to a person.
enum OutgoingWords {
    static func state(_ mail: OutgoingMail) -> String {
        switch mail.state {
        case .waiting where mail.attempts == 0: "waits for its undo window"
        case .waiting: "will be tried again"
        case .sending, .handingOver: "is being sent"
        case .sent: sent(mail.copy)
        case .failed: "not delivered"
        case .uncertain: "may or may not have arrived"
        case .cancelled: "taken back"
        }
    }

    /// A reply of the widget is shown there, and may go by mail as well.
    private static func sent(_ copy: MailedCopy?) -> String {
        switch copy {
        case nil: "sent"
        case .mailed: "shown in the chat, and mailed"
        case .refused: "shown in the chat, but not mailed"
        case .unknown: "shown in the chat; the mail may or may not have arrived"
        case .seen: "shown in the chat; the mail is not known to have arrived"
        }
    }

    /// What the relay said of the mail beside a reply of the widget; nil where there was none.
    static func copy(_ mail: OutgoingMail) -> String? {
        guard mail.state == .sent, mail.copy != nil, let answer = mail.lastAnswer else { return nil }
        return answer.prefix(1).uppercased() + answer.dropFirst() + (answer.hasSuffix(".") ? "" : ".")
    }

    /// `2 of 3 messages are known to have arrived`, for a reply in a chat that is not known to have arrived whole; nil for
    /// all else, and where the bytes of the reply are not at hand.
    static func parts(_ mail: OutgoingMail) -> String? {
        guard mail.state != .sent, mail.state != .cancelled, let total = mail.parts, total > 1 || mail.partsSent > 0
        else { return nil }
        return "\(mail.partsSent) of \(total) messages are known to have arrived"
    }

    static func refusal(_ state: Draft.State) -> String {
        switch state {
        case .pending: "Waits for a decision"
        case .approved: "Approved, on its way"
        case .rejected: "Rejected"
        case .superseded: "Replaced by a newer draft"
        case .sent: "Sent"
        }
    }
}

extension OutgoingMail {
    /// The messages that a reply in a chat goes out in; nil for mail, and where its bytes are not at hand.
    var parts: Int? {
        mail.form == .chat ? (try? ChatReply(bytes: mail.raw))?.parts.count : nil
    }
}
