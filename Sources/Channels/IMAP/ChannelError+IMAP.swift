import IMAP

extension ChannelError {
    /// What an IMAP server's trouble means to an inbox.
    init(_ error: IMAPError) {
        switch error {
        case .refused(let refusal) where ["SELECT", "EXAMINE"].contains(refusal.command):
            self = .mailbox(refusal.text.text)
        case .refused(let refusal):
            self = .connection("The server refused \(refusal.command): \(refusal.text.text)")
        case .bye(let text): self = .connection("The server ended the connection: \(text.text)")
        case .disconnected: self = .connection("The connection broke.")
        case .silent(let wait): self = .connection("The server did not answer for \(wait.components.seconds) s.")
        case .lineTooLong(let limit): self = .protocolViolation("a line longer than \(limit) octets")
        case .literalTooLarge(let limit): self = .protocolViolation("a literal larger than \(limit) octets")
        case .unencodable(let what): self = .protocolViolation("a command that cannot be written: \(what)")
        }
    }
}
