/// Why a command or a whole connection failed.
package enum IMAPError: Error, Hashable, Sendable {
    /// The server answered a command with NO or BAD.
    case refused(Refusal)
    /// The server ended the connection with BYE.
    case bye(StatusText)
    /// The stream ended, or the caller closed it.
    case disconnected
    /// Nothing came for so long, though an answer was due.
    case silent(Duration)
    /// A response whose text is longer than the limit, in bytes.
    case lineTooLong(limit: Int)
    /// A literal so large that it cannot even be skipped, in bytes; the stream cannot be followed any further.
    case literalTooLarge(limit: Int)
    /// A command that cannot be written in IMAP: a NUL in a string, a flag that is no atom, an empty UID set.
    case unencodable(String)

    /// Whether the same thing may work later with nothing changed by a person.
    package var isTransient: Bool {
        switch self {
        case .refused(let refusal): refusal.isTransient
        case .bye(let text): text.code?.isTransient ?? true
        case .disconnected, .silent: true
        case .lineTooLong, .literalTooLarge, .unencodable: false
        }
    }
}
