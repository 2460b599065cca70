import Model

/// What became of a reply since it was released, in place of the countdown of its undo window; empty while it waits there.
struct LeavingView: Page {
    static let template = "leaving"

    var to: String
    /// nil while there is nothing new.
    var sentence: String?
    /// Whether nothing more comes of it by itself.
    var isFinal = true
    /// Where to go on from there; nil where nothing is to be done.
    var path: String?
    var label = ""

    init(_ mail: OutgoingMail, to: String) {
        self.to = to
        let conversation = "/conversations/\(mail.conversation)"
        switch mail.state {
        case .waiting where mail.attempts == 0: break
        case .waiting: sentence = "could not be handed over yet; it is tried again."
        case .sending, .handingOver: (sentence, isFinal) = ("is on its way.", false)
        case .sent: sentence = "was sent."
        case .cancelled where mail.wasStopped:
            sentence = "was stopped: the customer wrote again before it left."
            (path, label) = (conversation, "Look at what they wrote")
        case .cancelled: sentence = "was taken back."
        case .failed:
            sentence = "was not delivered."
            (path, label) = (conversation, "Look at the draft")
        case .uncertain:
            sentence = "may or may not have arrived."
            (path, label) = ("/unsettled", "Settle it")
        }
    }
}
