/// What can go wrong between a channel and the program, with the one answer that matters: try again?
package enum ChannelError: Error, Hashable, Sendable {
    /// A file or folder is there but cannot be read.
    case unreadable(path: String)
    /// A file or folder is not there.
    case missing(path: String)
    /// A secret could not be had; the sentence names where it was looked for.
    case secret(String)
    /// A server refused the login, or a provider the token; the sentence names both sides.
    case authentication(String)
    /// The server will not encrypt, or its certificate cannot be trusted. Nothing was sent to it.
    case untrusted(String)
    /// What the configuration says cannot be done, such as connecting to a host name that is none.
    case configuration(String)
    /// The mailbox does not exist or cannot be selected.
    case mailbox(String)
    /// The server could not be reached, or the connection broke.
    case connection(String)
    /// The server answered a command with no; `isPassing` where it says itself that the same may work later.
    case refused(command: String, answer: String, isPassing: Bool)
    /// The server answered something that its protocol does not allow.
    case protocolViolation(String)

    /// Whether the same call can succeed later with nobody changing the configuration.
    package var isTransient: Bool {
        switch self {
        case .connection, .refused, .protocolViolation: true
        case .unreadable, .missing, .secret, .authentication, .untrusted, .configuration, .mailbox: false
        }
    }

    /// One sentence: what is wrong, and what would mend it.
    package var sentence: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read; check its owner and permissions."
        case .missing(let path): "\(path) does not exist; make it, or correct the path in the configuration."
        case .secret(let sentence), .authentication(let sentence), .untrusted(let sentence): sentence
        case .configuration(let sentence), .mailbox(let sentence), .connection(let sentence): sentence
        case .refused(let command, let answer, _): "The server refused \(command): \(answer)"
        case .protocolViolation(let what): "The server broke the protocol: \(what)"
        }
    }
}
