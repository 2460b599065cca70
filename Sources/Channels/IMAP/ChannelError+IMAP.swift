import IMAP

extension ChannelError {
    /// What an IMAP server's trouble means to an inbox.
    ///
    /// - Parameter server: host and port, for the sentence.
    init(_ error: IMAPError, from server: String) {
        switch error {
        case .refused(let refusal):
            let isPassing = refusal.text.code?.isTransient ?? false
            self = .refused(command: refusal.command, answer: refusal.text.text, isPassing: isPassing)
        case .bye(let text): self = .connection("\(server) ended the connection: \(text.text)")
        case .disconnected: self = .connection("The connection to \(server) broke.")
        case .silent(let wait): self = .connection("\(server) did not answer for \(wait.components.seconds) s.")
        case .lineTooLong(let limit): self = .protocolViolation("\(server) sent a line of over \(limit) octets")
        case .literalTooLarge(let limit): self = .protocolViolation("\(server) sent a literal of over \(limit) octets")
        case .unencodable(let what): self = .configuration("IMAP has no way to say this to \(server): \(what)")
        }
    }

    /// Why a mailbox could not be selected: without one that asks to wait, a person has to look.
    init(selecting mailbox: String, _ error: ChannelError, from server: String) {
        guard case .refused(_, let answer, isPassing: false) = error else {
            self = error
            return
        }
        self = .mailbox("The mailbox \(mailbox) of \(server) cannot be opened: \(answer)")
    }
}
