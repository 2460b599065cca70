import Model

/// What the states of a mail mean to a person.
enum OutgoingWords {
    static func state(_ mail: OutgoingMail) -> String {
        switch mail.state {
        case .waiting where mail.attempts == 0: "waits for its undo window"
        case .waiting: "will be tried again"
        case .sending, .handingOver: "is being sent"
        case .sent: "sent"
        case .failed: "could not be sent"
        case .uncertain: "may or may not have arrived"
        case .cancelled: "taken back"
        }
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
